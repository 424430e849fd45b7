#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is tried is seen before it is saved, saved as one change, or dropped without a trace."""
import re

import stafet_story
from stafet_story import App, Store, wait

TUESDAY = '2026-12-01'


def close_the_house(app):
    app.key('ctrl+l')
    app.fill(app.one('text', 'Hvorfor? Alle læser det'), 'Nyt gulv')
    app.fill(app.one('text', 'Fra'), '1/12 2026')
    app.fill(app.one('text', re.compile('^Til og med')), '6/12 2026')
    app.key('Return')
    app.gone('text', 'Hvorfor? Alle læser det')


def status(store):
    return store.agenda(TUESDAY, 'Café')['status']


def what_is_tried_is_told_of_undone_and_saved_as_one_change():
    store = Store()
    before = store.agenda(TUESDAY, 'Café')
    app = App(store)
    app.key('ctrl+shift+t')
    app.says(re.compile('^Du prøver: Ret'))
    app.begins_anew()
    close_the_house(app)
    app.says('Du prøver: 1 ændring, og intet er gemt.')
    app.key('ctrl+shift+e')
    app.says(re.compile('^I de næste 56 uger: .*ringes op.*falder bort'))
    app.says('Skal ringes op, hvis det gemmes')
    assert store.agenda(TUESDAY, 'Café') == before
    # It is taken back and done again there, too.
    app.key('ctrl+z')
    app.says(re.compile('^Der følger intet af det'))
    app.key('ctrl+shift+z')
    app.says(re.compile('^I de næste 56 uger'))
    assert store.agenda(TUESDAY, 'Café') == before
    app.click(app.one('push-button', 'Gem det prøvede'))
    app.gone('push-button', 'Slut med at prøve')
    app.begins_anew()
    wait('it is saved', lambda: status(store) == 'cancelled')
    app.key('ctrl+z')
    wait('it is taken back as one', lambda: store.agenda(TUESDAY, 'Café') == before)
    app.close()


def a_trial_is_dropped_without_a_trace():
    store = Store()
    history = store.json('history')
    app = App(store)
    app.key('ctrl+shift+t')
    app.says(re.compile('^Du prøver: Ret'))
    app.begins_anew()
    close_the_house(app)
    app.says('Du prøver: 1 ændring, og intet er gemt.')
    app.click(app.one('push-button', 'Slut med at prøve'))
    app.says('1 ændring er prøvet og ikke gemt.')
    app.click(app.one('push-button', 'Prøv videre'))
    app.gone('push-button', 'Prøv videre')
    app.click(app.one('push-button', 'Slut med at prøve'))
    app.click(app.one('push-button', 'Slut uden at gemme'))
    app.gone('push-button', 'Slut med at prøve')
    app.begins_anew()
    assert store.json('history') == history
    assert status(store) == 'planned'
    app.close()


def a_trial_takes_over_the_window_as_large_as_it_is():
    app = App(Store(), size=(700, 800))
    before = app.active().extents()[2:]
    app.key('ctrl+shift+t')
    app.says(re.compile('^Du prøver: Ret'))
    app.begins_anew()
    wait('the window is as large', lambda: app.active() is not None and app.active().extents()[2:] == before)
    app.close()


def a_window_with_a_trial_asks_before_it_closes():
    store = Store()
    app = App(store)
    app.key('ctrl+shift+t')
    app.says(re.compile('^Du prøver: Ret'))
    app.begins_anew()
    close_the_house(app)
    app.says('Du prøver: 1 ændring, og intet er gemt.')
    app.key('alt+F4')
    app.click(app.one('push-button', 'Prøv videre').window().find('push-button', 'Gem det prøvede')[0])
    wait('it is saved', lambda: status(store) == 'cancelled')
    app.gone('push-button', 'Slut med at prøve')
    app.begins_anew()
    app.close()


def what_somebody_else_changed_meanwhile_is_kept():
    store = Store()
    app = App(store)
    app.key('ctrl+shift+t')
    app.says(re.compile('^Du prøver: Ret'))
    app.begins_anew()
    app.key('ctrl+f')
    app.one('entry', 'Søg i alt')
    app.keys('bent krag')
    app.one('list-item', re.compile('^Bent Krag, frivillig'))
    app.key('Return')
    app.click(app.one('push-button', re.compile('^Ret')))
    app.fill(app.one('text', 'Træffes bedst'), 'efter kl. 12')
    app.key('ctrl+s')
    app.says('Du prøver: 1 ændring, og intet er gemt.')
    store.good('edit', 'Bent Krag', '--set', 'call_when=aften')
    app.click(app.one('push-button', 'Gem det prøvede'))
    app.says(re.compile('er blevet ændret imens'))
    app.key('Escape')
    app.one('push-button', 'Slut med at prøve')
    assert store.json('show', 'Bent Krag')['call_when'] == 'aften'
    app.click(app.one('push-button', 'Slut med at prøve'))
    app.click(app.one('push-button', 'Slut uden at gemme'))
    app.gone('push-button', 'Slut med at prøve')
    app.begins_anew()
    app.close()


stafet_story.require_display()
stafet_story.run('stories', stafet_story.cases_of(globals(), 'close_the_house', 'status'))
