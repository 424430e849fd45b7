#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Publishing in the real window: a place is settled and filled, an edit comes out by itself, what is wrong is said
on the page and beside the nursing homes, and a ward gets a new link."""
import base64
import hashlib
import http.server
import os
import re
import shutil
import subprocess
import threading

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


USER, PASSWORD = 'lis', 'kodeord som ingen ser'


class Place(http.server.BaseHTTPRequestHandler):
    """As much of a WebDAV server as one needs that knows one user and keeps what is put."""
    files = {}

    def log_message(self, *_):
        pass

    def answer(self, status, body=b'', **headers):
        self.rfile.read(int(self.headers.get('Content-Length') or 0)) if status == 401 else None
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace('_', '-'), value)
        self.send_header('Content-Length', str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def allowed(self):
        given = base64.b64encode(('%s:%s' % (USER, PASSWORD)).encode()).decode()
        if self.headers.get('Authorization') == 'Basic ' + given:
            return True
        self.answer(401, WWW_Authenticate='Basic realm="Kalendere"')
        return False

    def etag(self):
        return '"%s"' % hashlib.md5(Place.files[self.path]).hexdigest()

    def do_PROPFIND(self):
        if self.allowed():
            self.rfile.read(int(self.headers.get('Content-Length') or 0))
            rows = ''.join('<d:response><d:href>%s</d:href><d:propstat><d:prop><d:resourcetype/></d:prop>'
                           '<d:status>HTTP/1.1 200 OK</d:status></d:propstat></d:response>' % path for path in Place.files)
            self.answer(207, ('<?xml version="1.0"?><d:multistatus xmlns:d="DAV:"><d:response><d:href>/kalendere/</d:href>'
                              '<d:propstat><d:prop><d:resourcetype><d:collection/></d:resourcetype></d:prop>'
                              '<d:status>HTTP/1.1 200 OK</d:status></d:propstat></d:response>%s</d:multistatus>'
                              % rows).encode(), Content_Type='application/xml')

    def do_PUT(self):
        if self.allowed():
            body = self.rfile.read(int(self.headers['Content-Length']))
            # Of what breaks off nothing is kept, as any server has it.
            if len(body) == int(self.headers['Content-Length']):
                Place.files[self.path] = body
                self.answer(201, ETag=self.etag())

    def do_GET(self):
        if self.allowed():
            if self.path in Place.files:
                self.answer(200, Place.files[self.path], ETag=self.etag())
            else:
                self.answer(404)

    def do_DELETE(self):
        if self.allowed():
            self.answer(204 if Place.files.pop(self.path, None) is not None else 404)


def the_password_is_kept_in_the_keyring():
    """Typed once; the keyring of the desktop has it, the store has not, and the program knows it when it begins anew."""
    server = http.server.ThreadingHTTPServer(('127.0.0.1', 0), Place)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    store = Store()
    keyring = dict(os.environ, HOME=store.folder, XDG_DATA_HOME=os.path.join(store.folder, 'data'), XDG_RUNTIME_DIR=store.folder)
    # A copy has not the right to lock memory, without which some machines let nobody run it.
    program = shutil.copy(shutil.which('gnome-keyring-daemon'), store.folder)
    daemon = subprocess.Popen([program, '--foreground', '--unlock', '--components=secrets'],
                              stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=keyring)
    daemon.stdin.write(b'skrivebord')
    daemon.stdin.close()
    place = 'http://127.0.0.1:%d/kalendere/' % server.server_port
    try:
        app = App(store)
        app.key('ctrl+shift+p')
        write_place(app, place)
        app.fill(app.one('text', 'Brugernavn, hvis adressen beder om et'), USER)
        app.fill(app.one('password-text', re.compile('^Adgangskode')), PASSWORD)
        app.click(app.one('push-button', 'Gem stedet'))
        app.says(re.compile('^Udgivet 24. november kl. 10.40'))
        assert len([path for path in Place.files if path.endswith('.ics')]) == 7, Place.files.keys()
        app.close()
        app = App(store)
        song = next(one['uid'] for one in store.json('list', 'activity') if one['title'].startswith('Sang på'))
        store.good('edit', song, '--set', 'make_ready=Harmonikaen stemmes')
        wait('the edit comes out', lambda: any(b'Harmonikaen' in body for body in Place.files.values()))
        app.close()
        store.good('edit', song, '--set', 'make_ready=Klaveret stemmes')
        said = store.good('publish')
        assert PASSWORD not in said and any(b'Klaveret' in body for body in Place.files.values())
        for name in os.listdir(store.folder):
            path = os.path.join(store.folder, name)
            assert not os.path.isfile(path) or PASSWORD.encode() not in open(path, 'rb').read(), name
    finally:
        daemon.terminate()
        daemon.wait()
        server.shutdown()


def a_ward_gets_a_new_link():
    store = Store()
    folder = os.path.join(os.path.dirname(store.path), 'kalendere')
    store.good('edit', 'settings', '--set', 'publish_to=' + folder)
    app = App(store)
    wait('it is published by itself', lambda: os.path.isdir(folder) and len(calendars(folder)) == 6)
    before = calendars(folder)
    app.key('ctrl+5')
    # It is asked first, because who has the old one reads nothing more.
    app.click(app.one('push-button', 'Nyt link …'))
    app.one('label', 'Skal kalenderen have et nyt link?')
    app.click(app.one('push-button', re.compile('Annullér$')))
    app.gone('label', 'Skal kalenderen have et nyt link?')
    assert calendars(folder) == before
    app.click(app.one('push-button', 'Nyt link …'))
    app.click(app.one('push-button', re.compile('Giv et nyt link$')))
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


def a_ward_without_a_calendar_gets_one_in_three_actions():
    store = bare()
    app = App(store)
    app.counts(3)
    app.key('ctrl+5')
    app.click(app.one('push-button', 'Lav kalenderen'))
    app.one(None, 'Sidens kode til en telefons kamera')
    app.says('https://frivillig.example.dk/kalender/%s.html' % feed_of(store, 'arrivals')['token'])
    app.says(re.compile('^Den siger, hvor mange der kommer, og nævner ingen'))
    app.one('push-button', 'Kopiér: linket til siden', states=('focused',))
    app.click(app.one('push-button', 'Ark til kontoret …'))
    app.one('push-button', 'Gem som PDF …')
    app.close()


def names_weeks_and_who_has_the_link_are_settled():
    store = Store()
    feed = next(feed for feed in store.json('feeds') if feed['name'] == 'Frivillige i B.1')
    app = App(store)
    app.key('ctrl+5')
    app.click(app.one('combo-box', 'De navne, som plejehjemmet ser').find('push-button')[0])
    app.click(app.one('list-item', 'Fornavn og efternavn'))
    app.says(re.compile('^Højtlæsning i B.1: Åse Kjær'))
    app.click(app.one('push-button', 'Indstillinger …'))
    app.fill(app.one('text', 'Uger frem'), '2')
    app.fill(app.one('text', 'Givet til'), 'Pia på kontoret')
    app.fill(app.one('text', 'Givet den'), '24/11')
    app.click(app.one('push-button', 'Gem'))
    app.says(re.compile('^Linket er givet til Pia på kontoret .*24. november 2026'))
    kept = store.json('show', feed['uid'])
    assert (kept['names'], kept['weeks_on'], kept['given_on']) == ('full', 2, '2026-11-24'), kept
    store.good('publish', os.path.join(store.folder, 'kalendere'))
    with open(os.path.join(store.folder, 'kalendere', feed['token'] + '.ics'), newline='') as file:
        body = file.read().replace('\r\n ', '')
    days = re.findall('DTSTART;TZID=Europe/Copenhagen:(........)', body)
    assert '20261126' in days and max(days) <= '20261213', days
    assert 'SUMMARY:Højtlæsning i B.1: Åse Kjær' in body
    app.close()


def feed_of(store, kind):
    return next((feed for feed in store.json('feeds') if feed['kind'] == kind), None)


def is_made_named_taken_away_and_back(app, store, kind, make, go):
    """The page of a calendar that is not there yet, and which @go opens."""
    go()
    app.click(app.one('push-button', make))
    wait('it is made', lambda: feed_of(store, kind) is not None)
    feed = feed_of(store, kind)
    assert feed['names'] == 'counts'
    # What it is made for comes at once: to give it to somebody.
    app.says('webcal://frivillig.example.dk/kalender/%s.ics' % feed['token'])
    app.key('alt+Left')
    app.says(re.compile('^Det er ikke noteret'))
    app.click(app.one('push-button', 'Slet kalenderen'))
    wait('it is gone', lambda: feed_of(store, kind) is None)
    app.key('ctrl+z')
    wait('it is back', lambda: feed_of(store, kind) is not None)
    assert feed_of(store, kind)['token'] == feed['token']
    app.key('alt+Left')


def is_shared(app, store, kind, caution):
    app.click(app.one('push-button', 'Del …'))
    app.says('webcal://frivillig.example.dk/kalender/%s.ics' % feed_of(store, kind)['token'])
    app.says(re.compile(caution))
    app.click(app.one('push-button', 'Ark til kontoret …'))
    app.one('push-button', 'Gem som PDF …')


def bare():
    """The example without its calendars, and with an address for those to come."""
    store = Store()
    for feed in store.json('feeds'):
        store.good('remove', feed['uid'])
    store.good('edit', 'settings', '--set', 'publish_address=https://frivillig.example.dk/kalender')
    return store


def a_house_shares_its_programme():
    store = bare()
    app = App(store)
    is_made_named_taken_away_and_back(app, store, 'programme', 'Lav en kalender over programmet',
                                      lambda: app.key('ctrl+shift+y'))
    app.counts(3)
    app.key('ctrl+shift+y')
    is_shared(app, store, 'programme', '^Den nævner ingen frivillige')
    app.close()


def somebody_follows_the_own_shifts():
    store = bare()
    app = App(store)
    app.click(app.one('push-button', 'Poul Dam, lovet'))
    app.click(app.one('menu-item', 'Åbn kortet'))

    def go():
        app.click(app.one('push-button', 'Del vagterne …'))
    is_made_named_taken_away_and_back(app, store, 'own', 'Lav en kalender over vagterne', go)
    assert feed_of(store, 'own')['name'] == 'Vagter for Poul Dam'
    app.counts(3)
    go()
    is_shared(app, store, 'own', '^Den fortæller, hvor og hvornår én person kommer')
    app.close()


def an_area_shares_its_open_places():
    store = bare()
    app = App(store)
    app.key('ctrl+shift+o')

    def go():
        app.click(app.one('push-button', 'Område Midt: Kalender …'))
    is_made_named_taken_away_and_back(app, store, 'open', 'Lav en kalender over de ledige pladser', go)
    app.counts(3)
    go()
    is_shared(app, store, 'open', '^Den fortæller, hvor der mangler nogen')
    app.close()


def all_calendars_stand_in_one_list():
    store = Store()
    store.good('edit', 'settings', '--set', 'publish_address=https://frivillig.example.dk/kalender')
    store.good('edit', 'Åse Kjærs vagter', '--set', 'given_to=Åse selv', '--set', 'given_on=2026-11-20')
    folder = os.path.join(os.path.dirname(store.path), 'kalendere')
    app = App(store)
    app.key('ctrl+shift+p')
    app.says('6 kalendere')
    app.says('Egne vagter · Åse Kjær · fornavne')
    app.says(re.compile('^Linket er givet til Åse selv .*20. november 2026'))
    app.says('Ikke udgivet endnu.')
    write_place(app, folder)
    app.click(app.one('push-button', 'Gem stedet'))
    app.says(re.compile('^Udgivet .*, sidst ændret .*'))
    app.click(app.one('push-button', 'Ledige vagter på Møllestien: Vis'))
    app.says('Ledige pladser i Folkehuset Møllestien som kalender')
    app.close()


def any_calendar_is_shared_from_the_list():
    store = Store()
    store.good('edit', 'settings', '--set', 'publish_address=https://frivillig.example.dk/kalender')
    app = App(store)
    app.counts(3)
    app.key('ctrl+shift+p')
    app.click(app.one('push-button', 'Åse Kjærs vagter: Del …'))
    app.says(re.compile('^Den fortæller, hvor og hvornår én person kommer'))
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
stafet_story.run('stories', stafet_story.cases_of(globals(), 'calendars', 'bodies', 'write_place', 'feed_of',
                                                   'is_made_named_taken_away_and_back', 'is_shared', 'bare'))
