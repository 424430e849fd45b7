#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The jobs that people come with, each done in the real window within its budget of actions (UX.md, section 1)."""
import re

import stafet_story
from stafet_story import App, Store, wait

TUESDAY, THURSDAY = '2026-11-24', '2026-11-26'


def thursday_cafe(app):
    return app.one('list-item', re.compile('^Café, torsdag den 26. november'))


def names(shift):
    return [place['name'] for place in shift['places']]


def job_1_who_comes_today_and_where_are_the_holes():
    store = Store()
    app = App(store)
    app.counts(0)
    app.one('list-item', '2 pladser mangler')
    app.one('list-item', 'I dag · 2 mangler')
    app.one('list-item', re.compile('^Café · Servering, tirsdag den 24. november, kl. 10.00–14.15, mangler 1 af 3'))
    app.one('list-item', re.compile('^Højtlæsning i B.1 · Oplæser, .*, mangler 1 af 2$'))
    tree = app.tree()
    for entry in store.json('agenda', '--from', TUESDAY, '--to', TUESDAY):
        row, = tree.find('list-item', re.compile('^%s, tirsdag den 24. november, kl. ' % re.escape(entry['title'])))
        for shift in entry['shifts']:
            for place in shift['places']:
                assert row.find('push-button', re.compile('^%s, ' % place['name'])), (row, place)
    app.close()


def job_2_bent_sends_regrets_and_job_3_a_stand_in_is_found():
    store = Store()
    app = App(store)
    app.counts(3)
    app.key('ctrl+2')
    app.click(thursday_cafe(app).find('push-button', 'Bent Krag, lovet')[0])
    app.click(app.one('menu-item', 'Afbud'))
    app.says('Bent Krag har meldt afbud til Servering torsdag den 26. november')
    shift = store.shift(THURSDAY, 'Café', 'Servering')
    assert shift['missing'] == 2 and shift['looking'] and 'Bent Krag' in [who['name'] for who in shift['away']], shift
    wait('the row says it', lambda: thursday_cafe(app).find('push-button', 'Bent Krag, afbud'))
    # Job 3: two more.
    app.count.budget += 2
    app.click(thursday_cafe(app).find('push-button', re.compile('^Servering, 2 .*find en frivillig$'))[0])
    best = app.one('push-button', re.compile('^Sæt på'))
    print(app.tree().dump())
    app.click(best)
    app.close()


def job_4_the_regular_is_away_for_three_weeks():
    store = Store()
    app = App(store)
    app.counts(4)
    app.click(app.one('push-button', 'Lis Bæk, lovet'))
    app.click(app.one('menu-item', 'Fravær …'))
    until = app.one('text', 'Til og med')
    print(app.tree().dump())
    app.type(until, 'om 3 uger')
    app.click(app.one('push-button', 'Gem'))
    app.close()


def job_6_a_new_weekly_activity_with_two_roles_of_three_people():
    store = Store()
    app = App(store)
    app.counts(8)
    app.key('ctrl+n')
    app.one('text', 'Titel')
    print(app.tree().dump())
    app.close()


def job_12_a_new_volunteer_from_a_talk():
    store = Store()
    app = App(store)
    app.counts(7)
    app.key('ctrl+shift+n')
    app.one('text', 'Navn')
    print(app.tree().dump())
    app.close()


def job_15_all_came():
    store = Store()
    app = App(store)
    app.counts(1)
    app.click(app.one('push-button', 'Alle mødte som planlagt'))
    import time; time.sleep(1)
    print(app.tree().dump())
    app.close()


stafet_story.require_display()
stafet_story.run('stories', stafet_story.cases_of(globals(), 'thursday_cafe', 'names'))
