#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Regrets for a day and for good, swaps, and people who are borrowed from another house, as they are done in the
window."""
import re

import stafet_story
from stafet_story import App, Store, wait

TUESDAY, THURSDAY = '2026-11-24', '2026-11-26'


def names(shift):
    return {place['name']: place['state'] for place in shift['places']}


def neighbours(store):
    """Another house, with somebody who could serve in the café."""
    store.good('add', 'house', '--set', 'name=Folkehuset Engen', '--set', 'kind=community')
    store.good('add', 'volunteer', '--set', 'name=Ida Lund', '--set', 'houses=Folkehuset Engen', '--set',
               'skills=café', '--set', 'available=tue 08:00-18:00', '--set', 'phones=22334455')


def regrets_of_a_day_open_that_day_only():
    store = Store()
    app = App(store)
    app.counts(2)
    app.click(app.one('push-button', 'Lis Bæk, lovet'))
    app.click(app.one('menu-item', 'Afbud 24. november (ledig kun den dag)'))
    app.says('Lis Bæk har meldt afbud til Servering tirsdag den 24. november')
    shift = store.shift(TUESDAY, 'Café', 'Servering')
    assert shift['temporary'] == 2 and shift['permanent'] == 0 and shift['looking'], shift
    app.one('label', re.compile('søger afløser'))
    app.close()


def whoever_stops_leaves_a_place_for_good():
    store = Store()
    app = App(store)
    app.counts(2)
    app.click(app.one('push-button', 'Lis Bæk, lovet'))
    app.click(app.one('menu-item', 'Stopper på vagten fra 24. november (fast ledig)'))
    app.says('Lis Bæk stopper på Servering fra tirsdag den 24. november: pladsen er fast ledig')
    for day in (TUESDAY, THURSDAY):
        shift = store.shift(day, 'Café', 'Servering')
        assert shift['permanent'] == 1, (day, shift)
    app.count.budget += 1
    app.key('ctrl+z')
    app.says(re.compile('^Fortrudt: Lis Bæk stopper'))
    assert store.shift(TUESDAY, 'Café', 'Servering')['permanent'] == 0
    app.close()


def two_swap_their_shifts():
    store = Store()
    app = App(store)
    app.counts(4)
    app.click(app.one('push-button', 'Grethe Bo, lovet'))
    app.click(app.one('menu-item', 'Byt vagt …'))
    app.one('list-item', re.compile('^torsdag den 26. november .*, en ledig plads · Café · Servering$'))
    app.keys('bent')
    app.one('list-item', re.compile('^torsdag den 26. november .*, med Bent Krag · Café · Servering$'))
    app.key('Return')
    app.says('Grethe Bo og Bent Krag bytter tirsdag den 24. november og torsdag den 26. november')
    assert 'Bent Krag' in names(store.shift(TUESDAY, 'Café', 'Servering'))
    assert 'Grethe Bo' in names(store.shift(THURSDAY, 'Café', 'Servering'))
    assert 'Grethe Bo' not in names(store.shift(TUESDAY, 'Café', 'Servering'))
    app.count.budget += 1
    app.key('ctrl+z')
    app.says(re.compile('^Fortrudt: Grethe Bo og Bent Krag bytter'))
    assert names(store.shift(TUESDAY, 'Café', 'Servering'))['Grethe Bo'] == 'standing'
    app.close()


def somebody_is_borrowed_and_the_house_says_yes():
    store = Store()
    neighbours(store)
    app = App(store)
    app.click(app.one('push-button', 'Find en frivillig til Café · Servering'))
    app.one('label', 'Kan lånes fra andre huse (1)')
    app.click(app.one('push-button', 'Lån Ida Lund'))
    wait('she is asked', lambda: names(store.shift(TUESDAY, 'Café', 'Servering')).get('Ida Lund') == 'asked')
    app.click(app.one('push-button', 'Ida Lund har lovet'))
    app.says(re.compile('Ida Lund er på, når huset har sagt ja til at låne ud'))
    app.key('alt+Left')
    assert names(store.shift(TUESDAY, 'Café', 'Servering'))['Ida Lund'] == 'asked'
    app.one('label', 'Folkehuset Møllestien vil låne Ida Lund')
    app.click(app.one('push-button', 'Ja, lån Ida Lund ud'))
    app.says('Ida Lund er lånt ud til Servering tirsdag den 24. november')
    wait('she is on', lambda: names(store.shift(TUESDAY, 'Café', 'Servering')).get('Ida Lund') == 'promised')
    app.close()


def the_house_says_no_and_the_place_is_free_again():
    store = Store()
    neighbours(store)
    store.good('assign', 'Café/Servering', 'Ida Lund', '--on', TUESDAY, '--asked')
    before = store.shift(TUESDAY, 'Café', 'Servering')
    app = App(store)
    app.counts(1)
    app.click(app.one('push-button', 'Nej, lån ikke Ida Lund ud'))
    app.says('Ida Lund er ikke lånt ud til Servering tirsdag den 24. november')
    after = store.shift(TUESDAY, 'Café', 'Servering')
    assert 'Ida Lund' not in names(after) and after['missing'] == before['missing'], after
    app.close()


def one_click_notes_what_she_said():
    store = Store()
    app = App(store)
    app.counts(2)
    app.click(app.one('push-button', 'Find en frivillig til Café · Servering'))
    who = next(one['name'] for one in store.json('candidates', 'Café/Servering', '--on', TUESDAY) if one['possible'])
    app.click(app.one('push-button', '%s vil tænke over det' % who))
    app.one('label', re.compile('^ringet kl. .*: vil tænke over det$'))
    app.close()


stafet_story.require_display()
stafet_story.run('stand_ins', stafet_story.cases_of(globals(), 'names', 'neighbours'))
