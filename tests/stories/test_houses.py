#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A house that closes for good, in the real window."""
import re

import stafet_story
from stafet_story import App, Store, wait

HOUSE = 'Folkehuset Møllestien'


def closed_from(store):
    return next(house['closed_from'] for house in store.json('list', 'house') if house['name'] == HOUSE)


def a_house_closes_for_good_and_is_taken_back():
    store = Store()
    app = App(store)
    app.key('ctrl+shift+x')
    app.says('Hvilket hus lukker for altid?')
    app.type(app.one('text', 'Lukket fra og med'), '1/1-27')
    app.says(re.compile('^26 aktiviteter og 2 vagter: sidste dag er den 31. december 2026.*Det berører', re.S))
    assert closed_from(store) == ''
    app.click(app.one('push-button', 'Luk det for altid'))
    app.says(HOUSE + ' lukker for altid den 1. januar 2027')
    assert closed_from(store) == '2027-01-01'
    assert store.json('agenda', '--house', HOUSE, '--from', '2027-01-01', '--to', '2027-02-01') == []
    app.key('ctrl+h')
    app.one('entry', 'Find et hus')
    app.one('list-item', HOUSE + ', lukker 1. januar 2027')
    app.key('Escape')
    app.gone('entry', 'Find et hus')
    app.key('ctrl+z')
    wait('it is open again', lambda: closed_from(store) == '')
    assert store.json('agenda', '--house', HOUSE, '--from', '2027-01-01', '--to', '2027-02-01') != []
    app.close()


def a_house_merges_into_another():
    store = Store()
    other = store.good('add', 'house', '--set', 'name=Lokalcenter Dalgas', '--set', 'kind=community')
    app = App(store)
    app.key('ctrl+h')
    app.click(app.one('list-item', HOUSE))
    app.key('ctrl+shift+x')
    app.type(app.one('text', 'Lukket fra og med'), '1/1-27')
    app.click(app.one('combo-box', 'Det, der foregår der').find('push-button')[0])
    app.click(app.one('list-item', 'Lokalcenter Dalgas'))
    app.says(re.compile('^Fra den 1. januar 2027 flytter 26 aktiviteter og 2 vagter med alle, der er på'))
    app.click(app.one('push-button', 'Luk det for altid'))
    app.says(HOUSE + ' lægges sammen med Lokalcenter Dalgas')
    assert closed_from(store) == '2027-01-01' and store.good('check') == ''
    assert store.json('agenda', '--house', other, '--from', '2027-01-01', '--to', '2027-02-01') != []
    app.close()


def a_house_that_is_closed_can_still_be_looked_at():
    store = Store()
    store.good('end-house', HOUSE, '--from', '2026-11-25')
    app = App(store, '--now', '2026-12-01T10:00')
    app.key('ctrl+h')
    app.click(app.one('list-item', HOUSE + ', lukket fra 25. november 2026'))
    app.one('list-item', re.compile('^%s.*lukket fra 25. november 2026' % HOUSE))
    app.key('ctrl+f')
    app.one('entry', 'Søg i alt')
    app.keys('stien')
    app.one('list-item', re.compile('^%s, hus.*lukket fra 25. november 2026' % HOUSE))
    app.key('Escape')
    app.key('ctrl+2', 'alt+2', 'alt+Page_Up')
    app.one('list-item', re.compile('Stolegymnastik, mandag den 23'))
    app.close()


stafet_story.require_display()
stafet_story.run('stories', stafet_story.cases_of(globals(), 'closed_from'))
