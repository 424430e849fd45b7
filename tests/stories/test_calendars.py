#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Calendars of others in the real window: looked at, taken in, and read only."""
import os
import re
import tempfile

import stafet_story
from stafet_story import App, Store, wait

CONCERT = ('BEGIN:VEVENT\nUID:koncert@kirken.example\nDTSTART:20261124T150000\n'
           'DTEND:20261124T170000\nSUMMARY:Adventskoncert\nLOCATION:Store sal\\, lokalcentret\n'
           'END:VEVENT\n')
CHOIR = ('BEGIN:VEVENT\nUID:kor@kirken.example\nDTSTART;TZID=Europe/Copenhagen:20261126T190000\n'
         'DTEND;TZID=Europe/Copenhagen:20261126T210000\nRRULE:FREQ=WEEKLY;UNTIL=20270527T170000Z\n'
         'SUMMARY:Korprøve\nLOCATION:Sognehuset\nEND:VEVENT\n')
WRONG = 'BEGIN:VEVENT\nUID:forkert@kirken.example\nDTSTART:20261324T150000\nSUMMARY:Forkert dato\nEND:VEVENT\n'


def write(path, *events):
    with open(path, 'w', encoding='utf-8', newline='') as file:
        file.write(('BEGIN:VCALENDAR\nVERSION:2.0\nX-WR-CALNAME:Kirken\n%sEND:VCALENDAR\n'
                    % ''.join(events)).replace('\n', '\r\n'))


def calendar_file(*events):
    path = os.path.join(tempfile.mkdtemp(prefix='kalender-', dir=stafet_story.folder), 'kirken.ics')
    write(path, *events)
    return path


def titles(store):
    return {record['title'] for record in store.json('list', 'activity')}


def subscribed(path):
    store = Store()
    store.good('add', 'calendar', '--set', 'name=Kirken', '--set', 'house=Folkehuset Møllestien', '--set', 'address=' + path)
    return store, App(store)


def a_calendar_of_others_is_looked_at_in_seven_actions():
    path = calendar_file(CONCERT, CHOIR, WRONG)
    store = Store()
    app = App(store)
    app.counts(7)
    app.key('ctrl+shift+a')
    app.click(app.one('push-button', 'Ny kalender …'))
    app.type(app.one('text', 'Navn'), 'Kirken')
    app.type(app.one('text', 'Adresse'), path)
    app.key('Return')
    app.click(app.one('push-button', 'Kirken: Hent nyt …'))
    app.says('2 ny, 1 fejl')
    app.says(re.compile('nævner ingen tidszone'))
    app.says(re.compile('^DTSTART er ikke en dato eller et tidspunkt'))
    assert 'Adventskoncert' not in titles(store)
    app.key('ctrl+s')
    wait('both are there', lambda: {'Adventskoncert', 'Korprøve'} <= titles(store))
    app.says('Sidst hentet noget nyt i dag kl. 10.40.')
    app.close()


def what_others_do_is_only_read():
    store, app = subscribed(calendar_file(CONCERT))
    store.good('fetch', 'Kirken')
    changes = re.compile('til alle: Skriv|^Flyt|^Aflys')
    app.key('ctrl+2')
    app.click(app.one('list-item', re.compile('^Fællesspisning, tirsdag')))
    wait('what is the house\'s own can be changed', lambda: len(app.all('push-button', changes)) > 1)
    app.click(app.one('list-item', re.compile('^Adventskoncert')))
    app.says('Det kommer fra kalenderen »Kirken« og kan kun ændres dér.')
    app.gone('push-button', changes)
    app.close()


def what_is_gone_and_new_is_told_before_it_is_taken_in():
    path = calendar_file(CONCERT)
    store, app = subscribed(path)
    app.key('ctrl+shift+a')
    app.click(app.one('push-button', 'Kirken: Hent nyt …'))
    app.says('1 ny')
    app.key('ctrl+s')
    wait('it is there', lambda: 'Adventskoncert' in titles(store))
    write(path, CHOIR)
    app.click(app.one('push-button', 'Kirken: Hent nyt …'))
    app.says('1 ny, 1 væk')
    app.key('ctrl+s')
    wait('one took the place of the other', lambda: 'Korprøve' in titles(store) and
         'Adventskoncert' not in titles(store))
    app.key('ctrl+z')
    wait('it is one change', lambda: 'Adventskoncert' in titles(store) and 'Korprøve' not in titles(store))
    app.close()


def a_calendar_that_cannot_be_read_says_why_and_is_read_again():
    path = calendar_file()
    with open(path, 'w', encoding='utf-8') as file:
        file.write('<!DOCTYPE html><html><body>Log ind</body></html>')
    store, app = subscribed(path)
    before = titles(store)
    app.key('ctrl+shift+a')
    app.click(app.one('push-button', 'Kirken: Hent nyt …'))
    app.says(re.compile('kalender'))
    assert 'sensitive' not in app.one('push-button', 'Importér').states
    write(path, CONCERT)
    app.click(app.one('push-button', 'Læs den igen'))
    app.says('1 ny')
    assert titles(store) == before
    app.close()


def a_file_that_is_opened_elsewhere_is_shown_first():
    path = calendar_file(CONCERT)
    store = Store()
    app = App(store, path)
    app.says('1 ny')
    assert 'Adventskoncert' not in titles(store)
    app.click(app.one('push-button', 'Importér 1 ændring'))
    wait('it is there', lambda: 'Adventskoncert' in titles(store))
    app.close()


stafet_story.require_display()
stafet_story.run('calendars', stafet_story.cases_of(globals(), 'write', 'calendar_file', 'titles', 'subscribed'))
