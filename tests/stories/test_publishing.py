#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Publishing in the real window: a place is settled and filled, an edit comes out by itself, what is wrong is said
on the page and beside the nursing homes, and a ward gets a new link."""
import os
import re

import stafet_story
from stafet_story import App, Store, wait


def calendars(folder):
    return sorted(name for name in os.listdir(folder) if name.endswith('.ics') and not name.startswith('stafet-'))


def bodies(folder):
    return ''.join(open(os.path.join(folder, name)).read() for name in calendars(folder))


def write_place(app, place):
    app.fill(app.one('text', 'En mappe eller en WebDAV-adresse'), place)


def a_place_is_tried_settled_and_kept_up_to_date():
    store = Store()
    folder = os.path.join(os.path.dirname(store.path), 'kalendere')
    app = App(store)
    app.key('ctrl+shift+p')
    app.says(re.compile('^Bestilling: et sted til kalendere'))
    write_place(app, folder)
    app.click(app.one('push-button', 'Prøv forbindelsen'))
    app.says(re.compile('^Forbindelsen er god'))
    assert os.listdir(folder) == []
    app.click(app.one('push-button', 'Gem stedet'))
    app.says(re.compile('^Udgivet 24. november kl. 10.40'))
    assert len(calendars(folder)) == 6 and 'stafet-heartbeat.json' in os.listdir(folder)
    # Another machine's edit comes out as one's own does.
    song = next(one['uid'] for one in store.json('list', 'activity') if one['title'].startswith('Sang på'))
    store.good('edit', song, '--set', 'make_ready=Harmonikaen stemmes')
    wait('the edit comes out', lambda: 'Harmonikaen' in bodies(folder))
    app.close()


def what_is_wrong_is_said_and_left_alone():
    store = Store()
    folder = os.path.join(os.path.dirname(store.path), 'breve')
    os.mkdir(folder)
    with open(os.path.join(folder, 'brev.txt'), 'w') as file:
        file.write('Kære Karen')
    app = App(store)
    app.key('ctrl+shift+p')
    write_place(app, folder)
    app.click(app.one('push-button', 'Prøv forbindelsen'))
    app.says(re.compile('rummer andet end Stafets kalendere'))
    app.click(app.one('push-button', 'Gem stedet'))
    app.one('push-button', 'Udgiv nu')
    app.key('ctrl+5')
    app.says(re.compile('^Der er noget galt med udgivelsen: .*breve'))
    assert os.listdir(folder) == ['brev.txt']
    # A place that is none is said so beside its field.
    app.click(app.one('push-button', 'Udgivelse …'))
    write_place(app, 'kalendere')
    app.click(app.one('push-button', 'Gem stedet'))
    app.says(re.compile('^Der kan ikke udgives til »kalendere«'))
    app.close()


def a_ward_gets_a_new_link():
    store = Store()
    folder = os.path.join(os.path.dirname(store.path), 'kalendere')
    store.good('edit', 'settings', '--set', 'publish_to=' + folder)
    app = App(store)
    wait('it is published by itself', lambda: os.path.isdir(folder) and len(calendars(folder)) == 6)
    before = calendars(folder)
    app.key('ctrl+5')
    app.click(app.one('push-button', 'Nyt link'))
    wait('the old link is gone', lambda: len(calendars(folder)) == 6 and calendars(folder) != before)
    assert len(set(before) & set(calendars(folder))) == 5
    app.close()


def job_8_a_ward_is_given_its_own_calendar():
    store = Store()
    store.good('edit', 'settings', '--set', 'publish_address=https://frivillig.example.dk/kalender')
    feed = next(feed for feed in store.json('feeds') if feed['name'] == 'Frivillige i B.1')
    app = App(store)
    app.counts(3)
    app.key('ctrl+5')
    app.click(app.one('push-button', 'Del …'))
    # The link, and its code for a telephone.
    app.says('https://frivillig.example.dk/kalender/%s.html' % feed['token'])
    app.says('webcal://frivillig.example.dk/kalender/%s.ics' % feed['token'])
    app.one(None, 'Sidens kode til en telefons kamera')
    app.says(re.compile('^Den viser fornavne'))
    app.click(app.one('push-button', 'Ark til kontoret …'))
    app.one('push-button', 'Gem som PDF …')
    app.close()


def a_calendar_without_an_address_can_be_sent_as_a_file():
    app = App(Store())
    app.key('ctrl+5')
    app.click(app.one('push-button', 'Del …'))
    app.says(re.compile('^Ingen kan abonnere på den endnu'))
    app.one('push-button', 'Send som fil …')
    assert not app.all('push-button', 'Ark til kontoret …')
    app.click(app.one('push-button', 'Udgivelse …'))
    app.one('text', 'En mappe eller en WebDAV-adresse')
    app.close()


stafet_story.require_display()
stafet_story.run('stories', stafet_story.cases_of(globals(), 'calendars', 'bodies', 'write_place'))
