#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Rooms that are lent out, in the real window: two groups want the hall, a request is answered by keyboard alone, and
what was agreed with a borrower is not dragged away."""
import re

import stafet_story
from stafet_story import App, Store, drag, wait, xdotool

SATURDAY = '2026-11-28'  # Store sal is lent out from 13 to 17.


def tab_to(app, role, name, key='Tab'):
    """Presses the key until that has the keyboard."""
    for _ in range(80):
        node = app.focused()
        if node is not None and node.role == role and (
                name.search(node.name) if isinstance(name, re.Pattern) else node.name == name):
            return node
        xdotool('key', key)
    raise AssertionError('%s “%s” is not reached with %s\n%s' % (role, name, key, app.tree().dump()))


def loan_of(store, title):
    activity = next(one['uid'] for one in store.json('list', 'activity') if one['title'] == title)
    return next(loan for loan in store.json('list', 'loan') if loan['activity'] == activity)


def type_in_hall(app):
    """Something new in the hall while that is lent out: the clash is said while it is typed."""
    app.key('ctrl+n')
    app.fill(app.one('text', 'Titel'), 'Julekoncert')
    app.fill(app.one('text', 'Skriv, som du siger det'), 'lørdag 28/11 14-16')
    app.click(app.one('combo-box', 'Lokale').find('push-button')[0])
    app.click(app.one('list-item', re.compile('^Store sal')))
    app.one('label', re.compile('^Store sal ønskes til »Julekoncert«.*lånt ud', re.S))


def job_16_another_room_is_free():
    store = Store()
    app = App(store, size=(1280, 1000))
    app.counts(5)
    type_in_hall(app)
    app.one('push-button', re.compile('^Vær der'))
    # Warned while typing: one click takes what is offered, and one key saves.
    app.count.budget += 2
    offered = app.one('push-button', re.compile('^Brug .*, som er ledig$'))
    room = re.match('Brug (.*), som', offered.name)[1]
    app.click(offered)
    app.gone('push-button', offered.name)
    app.key('ctrl+s')
    app.gone('text', 'Titel')
    assert len(app.tree().windows()) == 1
    assert store.agenda(SATURDAY, 'Julekoncert')['room_name'] == room != 'Store sal'
    app.close()


def job_16_another_time_is_free():
    store = Store()
    app = App(store, size=(1280, 1000))
    app.counts(7)
    type_in_hall(app)
    offered = app.one('push-button', re.compile('^Vær der'))
    app.click(offered)
    app.gone('push-button', offered.name)
    app.key('ctrl+s')
    app.gone('text', 'Titel')
    entry = store.agenda(SATURDAY, 'Julekoncert')
    assert entry['room_name'] == 'Store sal' and entry['start'] != SATURDAY + 'T14:00', entry
    assert store.good('check') == ''
    app.close()


def a_request_is_approved_by_keyboard():
    store = Store()
    app = App(store, size=(1280, 1000))
    app.key('ctrl+shift+u')
    tab_to(app, 'push-button', 'Nyt ønske …')
    app.key('Return')
    app.one('text', 'Titel')
    tab_to(app, 'text', 'Titel')
    app.keys('Bestyrelsesmøde')
    tab_to(app, 'text', 'Skriv, som du siger det')
    app.keys('mandag 7/12 19-21')
    app.key('ctrl+s')
    app.gone('text', 'Titel')
    app.key('ctrl+shift+u')
    tab_to(app, 'push-button', re.compile('^Generalforsamling.*: Godkend …$|Haveforeningen Solbakken.*: Godkend …$'))
    app.key('Return')
    tab_to(app, 'text', re.compile('^Hvem beslutter'))
    app.key('ctrl+a')
    app.keys('Hanne Holmgaard, centerleder')
    app.key('Return')
    wait('it is approved', lambda: loan_of(store, 'Generalforsamling')['state'] == 'approved')
    # Now that it is agreed, it moves only as a proposal.
    tab_to(app, 'push-button', re.compile('(Generalforsamling|Solbakken).*: Foreslå flytning …$'))
    app.key('Return')
    tab_to(app, 'text', 'Ny dato')
    app.key('ctrl+a')
    app.keys('18/12')
    app.key('Return')
    wait('it is proposed', lambda: loan_of(store, 'Generalforsamling')['move_start'].startswith('2026-12-18'))
    assert store.json('history')[0]['label'].startswith('Foreslog')
    app.close()


def an_approved_loan_is_not_moved_in_the_week():
    store = Store()
    before = store.agenda(SATURDAY, 'Udlån: festsal')
    app = App(store, size=(1280, 900))
    app.key('ctrl+2')
    wait('the keyboard is in the week', lambda: getattr(app.focused(), 'role', None) == 'list-item')
    x, y, width, height = app.one('list-item', re.compile('^Udlån: festsal, lørdag')).extents()
    drag(app, (x + width // 2, y + height // 2), (x + width // 2, y + height))
    app.says(re.compile('^Lokalet er lånt ud til .*, og det aftalte flyttes kun, når låneren siger ja'))
    assert not app.all('push-button', 'Flyt alligevel')
    app.click(app.one('push-button', 'Lad det stå'))
    assert store.agenda(SATURDAY, 'Udlån: festsal') == before
    app.close()


stafet_story.require_display()
stafet_story.run('lending', stafet_story.cases_of(globals(), 'tab_to', 'loan_of', 'type_in_hall'))
