#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The week hour by hour, the month and the rooms: moved and made by keyboard and by pointer."""
import re

import stafet_story
from stafet_story import App, Store, drag, wait, xdotool


def week(app):
    app.key('ctrl+2')
    wait('the keyboard is in the week', lambda: getattr(app.focused(), 'role', None) == 'list-item')


def stands_on(app, name):
    wait('“%s” has the keyboard' % name, lambda: re.match(name, getattr(app.focused(), 'name', '')))


def walk_to(app, name, key='Down'):
    """Presses the key until a thing of that name has the keyboard."""
    for _ in range(60):
        if re.match(name, app.focused().name):
            return
        before = app.focused()
        xdotool('key', key)
        wait('the keyboard moves', lambda: (app.focused().path, app.focused().name) != (before.path, before.name), 3)
    raise AssertionError('%s is not reached with %s' % (name, key))


def within(node, minutes):
    """A point of a block, so many minutes after its start, of a block that lasts two hours."""
    x, y, width, height = node.extents()
    return x + width // 2, y + 2 + height * minutes // 120


def one_date_is_moved_by_keyboard():
    store = Store()
    app = App(store, size=(1280, 900))
    week(app)
    walk_to(app, '^Sløjd, tirsdag')
    app.key('alt+Down', 'alt+Down', 'alt+Right', 'Return')
    app.click(app.one('push-button', 'Kun denne gang'))
    app.one('list-item', re.compile('^Sløjd, onsdag den 25. november, kl. 15.30–17.30'))
    assert store.agenda('2026-11-25', 'Sløjd')['start'] == '2026-11-25T15:30'
    # The keyboard went along, and one step takes it back.
    stands_on(app, 'Sløjd, onsdag')
    app.key('ctrl+z')
    app.one('list-item', re.compile('^Sløjd, tirsdag den 24. november, kl. 15.00–17.00'))
    app.close()


def all_dates_are_moved_by_keyboard():
    store = Store()
    app = App(store, size=(1280, 900))
    week(app)
    walk_to(app, '^Sløjd, tirsdag')
    app.key('alt+Down', 'alt+Down', 'Return')
    app.click(app.one('push-button', 'Alle gange'))
    app.one('list-item', re.compile('^Sløjd, tirsdag den 24. november, kl. 15.30–17.30'))
    assert store.agenda('2026-12-08', 'Sløjd')['start'] == '2026-12-08T15:30'
    app.close()


def escape_leaves_it_where_it_was():
    store = Store()
    app = App(store, size=(1280, 900))
    week(app)
    walk_to(app, '^Sløjd, tirsdag')
    before = store.agenda('2026-11-24', 'Sløjd')
    app.key('alt+Down')
    wait('it says where it would be', lambda: 'kl. 15.15–17.15' in app.focused().description)
    app.key('Escape')
    wait('it says so no more', lambda: not app.focused().description)
    app.key('alt+Down', 'Return', 'Escape')
    wait('the question is gone', lambda: len(app.tree().windows()) == 1)
    assert store.agenda('2026-11-24', 'Sløjd') == before
    app.close()


def what_double_books_is_refused_where_it_is_dropped():
    store = Store()
    store.good('add', 'activity', '--set', 'title=Korprøve', '--set', 'house=Folkehuset Møllestien', '--set',
               'room=Værkstedet', '--set', 'start=2026-11-26T17:00', '--set', 'end=2026-11-26T19:00')
    app = App(store, size=(1280, 1000))
    week(app)
    before = store.agenda('2026-11-26', 'Korprøve')
    choir = app.one('list-item', re.compile('^Korprøve, torsdag'))
    lathe = app.one('list-item', re.compile('^Sløjd, tirsdag'))
    drag(app, within(choir, 30), within(lathe, 30))
    said = app.one('label', re.compile('Værkstedet.*Sløjd|Sløjd.*Værkstedet'))
    assert said.name, said
    app.click(app.one('push-button', 'Lad det stå'))
    app.gone('push-button', 'Flyt alligevel')
    assert store.agenda('2026-11-26', 'Korprøve') == before
    # To a free time it goes, without a question: it is held once.
    choir = app.one('list-item', re.compile('^Korprøve, torsdag'))
    games = app.one('list-item', re.compile('^Kortspil, onsdag'))
    drag(app, within(choir, 30), within(games, 30))
    app.one('list-item', re.compile('^Korprøve, onsdag den 25. november, kl. 15.00–17.00'))
    app.close()


def what_is_dropped_on_a_closed_day_says_so():
    store = Store()
    store.good('add', 'closure', '--set', 'house=Folkehuset Møllestien', '--set', 'from=2026-11-25', '--set',
               'to=2026-11-25', '--set', 'text=Gulvet lakeres')
    app = App(store, size=(1280, 900))
    week(app)
    walk_to(app, '^Sløjd, tirsdag')
    before = store.agenda('2026-11-24', 'Sløjd')
    app.key('alt+Right', 'Return')
    app.click(app.one('push-button', 'Kun denne gang'))
    app.one('label', re.compile('Sløjd.*ville ikke blive holdt onsdag den 25. november: Gulvet lakeres'))
    app.click(app.one('push-button', 'Lad det stå'))
    app.gone('push-button', 'Flyt alligevel')
    assert store.agenda('2026-11-24', 'Sløjd') == before
    walk_to(app, '^Sløjd, tirsdag')
    app.key('alt+Right', 'Return')
    app.click(app.one('push-button', 'Kun denne gang'))
    app.click(app.one('push-button', 'Flyt alligevel'))
    app.one('list-item', re.compile('^Sløjd, onsdag den 25. november, kl. 15.00–17.00'))
    moved = store.agenda('2026-11-25', 'Sløjd')
    assert moved['start'] == '2026-11-25T15:00' and moved['status'] == 'moved', moved
    app.key('ctrl+z')
    app.one('list-item', re.compile('^Sløjd, tirsdag den 24. november, kl. 15.00–17.00'))
    app.close()


def something_new_is_drawn_in_the_week():
    app = App(Store(), size=(1280, 1000))
    week(app)
    day, = [node for node in app.all('list') if node.name == 'lørdag den 28. november']
    x, y, width, height = day.extents()
    drag(app, (x + width // 2, y + height * 18 // 24 + 2), (x + width // 2, y + height * 20 // 24))
    app.one('text', 'Titel')
    texts = [app.one('text', name).text() for name in ('Fra', 'Til', 'Første gang')]
    assert texts == ['18.00', '20.00', '28. november 2026'], texts
    app.close()


def something_new_is_made_at_the_cursor():
    app = App(Store(), size=(1280, 900))
    week(app)
    walk_to(app, '^tirsdag den 24. november, kl. 20.30')
    app.key('shift+Down', 'Return')
    app.one('text', 'Titel')
    texts = [app.one('text', name).text() for name in ('Fra', 'Til', 'Første gang')]
    assert texts == ['20.30', '21.30', '24. november 2026'], texts
    app.close()


def the_month_leads_to_the_week():
    app = App(Store())
    app.key('alt+3')
    stands_on(app, 'tirsdag den 24. november')
    app.key('Down')
    stands_on(app, 'tirsdag den 1. december')
    app.key('Return')
    app.says('Uge 49')
    app.close()


def a_room_is_another_by_keyboard():
    store = Store()
    app = App(store, size=(1280, 900))
    app.key('alt+4')
    wait('the keyboard is among the rooms', lambda: getattr(app.focused(), 'role', None) == 'list-item')
    walk_to(app, '^Strikkeklub', 'Right')
    app.key('alt+Right', 'Return')
    app.click(app.one('push-button', 'Kun denne gang'))
    wait('the store has it', lambda: store.agenda('2026-11-24', 'Strikkeklub')['room_name'] == 'Store sal')
    app.close()


stafet_story.require_display()
stafet_story.run('stories/week', stafet_story.cases_of(globals(), 'week', 'stands_on', 'walk_to', 'within'))
