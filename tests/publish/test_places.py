#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Publishes to real places through stafetctl: a Radicale of its own, a WebDAV server with faults, and a folder that
is read while publishers are killed. What goes wrong must end in a sentence, and a reader must never see half."""
import base64
import hashlib
import http.server
import json
import os
import random
import signal
import socket
import ssl
import subprocess
import sys
import tempfile
import threading
import time
import urllib.request

program = sys.argv[1]
NOW = '2026-11-24T10:00'
USER, PASSWORD = 'lis', 'kodeord-som-ingen-ser'
# A thousand take a minute: STAFET_REPUBLISHES=1000 asks for them.
REPUBLISHES = int(os.environ.get('STAFET_REPUBLISHES', '150'))


class Store:
    """A store of its own with one small calendar of a ward."""

    def __init__(self, folder, name='stafet.db'):
        self.path = os.path.join(folder, name)
        self.run('init')
        home = self.run('add', 'house', '--set', 'name=Skovvang', '--set', 'kind=nursing').stdout.strip()
        self.ward = self.run('add', 'ward', '--set', 'name=B.1', '--set', 'house=' + home).stdout.strip()
        self.song = self.run('add', 'activity', '--set', 'title=Sang', '--set', 'house=' + home, '--set',
                             'ward=' + self.ward, '--set', 'start=2026-11-26T10:00', '--set', 'end=2026-11-26T11:00',
                             '--set', 'rule=FREQ=WEEKLY').stdout.strip()
        self.feed = self.run('add', 'feed', '--set', 'name=B.1', '--set', 'ward=' + self.ward, '--set', 'weeks_back=0',
                             '--set', 'weeks_on=4').stdout.strip()
        self.edits = 0

    def run(self, *words, password=None, now=NOW, code=0):
        environment = dict(os.environ)
        environment.pop('DBUS_SESSION_BUS_ADDRESS', None)
        environment.pop('STAFET_PUBLISH_PASSWORD', None)
        if password is not None:
            environment['STAFET_PUBLISH_PASSWORD'] = password
        done = subprocess.run([program, '--store', self.path, '--now', now, *words], env=environment, text=True,
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        assert code is None or done.returncode == code, (words, done.returncode, done.stdout, done.stderr)
        return done

    def set(self, **keys):
        self.run('edit', 'settings', *[word for key, value in keys.items() for word in ('--set', key + '=' + value)])

    def edit(self):
        self.edits += 1
        self.run('edit', self.song, '--set', 'make_ready=Stole nr. %d' % self.edits)

    def retitle(self):
        self.edits += 1
        self.run('edit', self.song, '--set', 'title=Sang %d' % self.edits)

    def publish(self, *words, password=PASSWORD, code=0, now=NOW):
        return self.run('publish', *words, password=password, code=code, now=now)

    def page(self):
        return self.file().replace('.ics', '.html')

    def file(self):
        return json.loads(self.run('feeds', '--format', 'json').stdout)[0]['file']


def free_port():
    with socket.socket() as probe:
        probe.bind(('127.0.0.1', 0))
        return probe.getsockname()[1]


# ——— A WebDAV server, as small as can be, and its faults ———

class Dav(http.server.BaseHTTPRequestHandler):
    protocol_version = 'HTTP/1.1'

    def log_message(self, *words):
        self.server.asked.append(self.command + ' ' + self.path)

    def answer(self, status, body=b'', **headers):
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace('_', '-'), value)
        self.send_header('Content-Length', str(len(body)))
        self.end_headers()
        if self.command != 'HEAD':
            self.wfile.write(body)

    def begin(self):
        """Reads the request; whether it may go on."""
        self.body = self.rfile.read(int(self.headers.get('Content-Length', 0)))
        fault = self.server.faults.get(self.command)
        right = 'Basic ' + base64.b64encode((USER + ':' + PASSWORD).encode()).decode()
        if self.server.closed and self.headers.get('Authorization') != right:
            self.answer(401, WWW_Authenticate='Basic realm="dav"')
        elif fault == 'hang':
            time.sleep(5)
            self.close_connection = True
        elif fault == 'break':
            self.send_response(207)
            self.send_header('Content-Length', '5000')
            self.end_headers()
            self.wfile.write(b'<multistatus')
            self.close_connection = True
        elif fault == 'move':
            self.answer(301, Location=self.server.elsewhere)
        elif fault == 'page':
            self.answer(207, b'<html><body>Log in')
        elif fault is not None:
            self.answer(fault)
        else:
            return True
        return False

    def name(self):
        return self.path.rsplit('/', 1)[1]

    def etag(self, name):
        return '"' + hashlib.sha256(self.server.files[name]).hexdigest()[:16] + '"'

    def allowed(self):
        there = self.name() in self.server.files
        if self.headers.get('If-None-Match') == '*' and there:
            return False
        match = self.headers.get('If-Match')
        return match is None or (there and match == self.etag(self.name()))

    def do_PROPFIND(self):
        if not self.begin():
            return
        if not self.server.made:
            return self.answer(404)
        rows = ''.join('<d:response><d:href>/dav/%s</d:href><d:propstat><d:prop><d:getetag>%s</d:getetag></d:prop>'
                       '</d:propstat></d:response>' % (name, self.etag(name).replace('"', '&quot;'))
                       for name in self.server.files)
        self.answer(207, ('<?xml version="1.0"?><d:multistatus xmlns:d="DAV:"><d:response><d:href>/dav/</d:href>'
                          '</d:response>' + rows + '</d:multistatus>').encode())

    def do_MKCOL(self):
        if self.begin():
            self.server.made = True
            self.answer(201)

    def do_PUT(self):
        if not self.begin() or len(self.body) < int(self.headers.get('Content-Length', 0)):
            return
        if not self.allowed():
            return self.answer(412)
        self.server.files[self.name()] = self.body
        if self.server.faults.get('after PUT') == 'hang' and self.name().endswith('.html'):
            time.sleep(5)
            self.close_connection = True
            return
        self.answer(201, ETag=self.etag(self.name())) if self.server.tells else self.answer(201)

    def do_DELETE(self):
        if not self.begin():
            return
        if not self.allowed():
            return self.answer(412)
        self.answer(204 if self.server.files.pop(self.name(), None) is not None else 404)

    def do_GET(self):
        if not self.begin():
            return
        if self.name() not in self.server.files:
            return self.answer(404)
        kind = self.server.kind if self.name().endswith('.ics') else 'application/json'
        self.answer(200, self.server.files[self.name()], ETag=self.etag(self.name()), Content_Type=kind)

    do_HEAD = do_GET


class Server(http.server.ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, certificate=None):
        super().__init__(('127.0.0.1', 0), Dav)
        self.files, self.faults, self.asked = {}, {}, []
        self.elsewhere = 'http://127.0.0.1:1/andetsteds/'
        self.made, self.closed, self.tells, self.kind = True, True, True, 'text/calendar; charset=utf-8'
        if certificate is not None:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(*certificate)
            self.socket = context.wrap_socket(self.socket, server_side=True)
        scheme = 'https' if certificate is not None else 'http'
        self.address = '%s://127.0.0.1:%d/dav/' % (scheme, self.server_address[1])
        threading.Thread(target=self.serve_forever, daemon=True).start()

    def handle_error(self, request, address):
        pass


def place(folder):
    server, store = Server(), Store(folder)
    store.set(publish_to=server.address, publish_user=USER)
    return server, store


# ——— WebDAV ———

def files_are_put_changed_and_removed(folder):
    server, store = place(folder)
    server.made = False
    store.publish()
    assert sorted(server.files) == sorted([store.file(), store.page(), 'stafet-publish.ics', 'stafet-heartbeat.json',
                                           'netvaerkssmed.html']), server.files
    first = server.files[store.file()]
    assert first.startswith(b'BEGIN:VCALENDAR') and first.endswith(b'END:VCALENDAR\r\n')
    server.asked.clear()
    store.publish()
    assert not [asked for asked in server.asked if asked.startswith('PUT')], server.asked
    store.edit()
    store.publish()
    assert server.files[store.file()] != first
    store.run('remove', store.feed)
    store.publish()
    assert sorted(server.files) == ['netvaerkssmed.html', 'stafet-heartbeat.json', 'stafet-publish.ics'], server.files


def a_new_link_takes_the_old_one_away(folder):
    server, store = place(folder)
    store.run('edit', store.feed, '--set', 'given_to=Pia, B.1', '--set', 'given_on=2026-11-20')
    store.publish()
    old = store.file()
    store.run('new-link', 'B.1')
    new = json.loads(store.run('feeds', '--format', 'json').stdout)[0]
    assert new['file'] != old and (new['given_to'], new['given_on']) == ('', ''), new
    store.publish()
    assert old not in server.files and new['file'] in server.files


def a_server_that_tells_no_etag_is_asked(folder):
    server, store = place(folder)
    server.tells = False
    for _ in range(3):
        store.publish()
        store.edit()
    store.publish()
    assert b'nr. 3' in server.files[store.file()]


def what_somebody_else_wrote_is_told_and_left(folder):
    server, store = place(folder)
    store.publish()
    server.files[store.file()] = b'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n'
    for _ in range(2):
        store.edit()
        done = store.publish(code=1)
        assert store.file() in done.stderr and 'En anden har ændret' in done.stderr, done.stderr
        assert server.files[store.file()] == b'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n'
    del server.files[store.file()]
    store.publish()
    assert b'nr. 2' in server.files[store.file()]


def the_place_of_another_is_refused(folder):
    server, store = place(folder)
    other = Store(folder, 'anden.db')
    other.set(publish_to=server.address, publish_user=USER)
    store.publish()
    before = dict(server.files)
    assert 'En anden plan' in other.publish(code=1).stderr
    assert server.files == before
    server.files = {'brev.odt': b'brev'}
    assert 'andet end Stafets kalendere' in other.publish(code=1).stderr
    assert server.files == {'brev.odt': b'brev'}


def a_killed_run_knows_its_own_files(folder):
    server, store = place(folder)
    store.publish()
    dice, killed = random.Random(7), 0
    environment = dict(os.environ, STAFET_PUBLISH_PASSWORD=PASSWORD)
    for _ in range(20):
        store.edit()
        child = subprocess.Popen([program, '--store', store.path, '--now', NOW, 'publish'], env=environment,
                                 stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(dice.random() * 0.1)
        child.kill()
        killed += child.wait() == -signal.SIGKILL
    assert killed > 0
    store.edit()
    store.publish()
    assert b'nr. %d' % store.edits in server.files[store.file()]


def what_was_put_before_a_kill_is_known_after_more_edits(folder):
    server, store = place(folder)
    store.publish()
    environment = dict(os.environ, STAFET_PUBLISH_PASSWORD=PASSWORD)
    # The file arrives, and nobody hears of it: three times over, each time with another one.
    for _ in range(3):
        store.retitle()
        before = server.files[store.page()]
        server.faults = {'after PUT': 'hang'}
        child = subprocess.Popen([program, '--store', store.path, '--now', NOW, 'publish'], env=environment,
                                 stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        until = time.monotonic() + 20
        while server.files[store.page()] == before and time.monotonic() < until:
            time.sleep(0.01)
        child.kill()
        child.wait()
        server.faults = {}
        assert server.files[store.page()] != before
    store.retitle()
    store.publish()
    assert b'Sang %d' % store.edits in server.files[store.page()]


FAULTS = [('PROPFIND', 405, 'WebDAV'), ('PROPFIND', 403, 'lader ingen skrive'), ('PROPFIND', 500, 'selv problemer'),
          ('PROPFIND', 'move', 'andetsteds'), ('PROPFIND', 'page', 'liste over filer'), ('PROPFIND', 'break', 'midt i'),
          ('PROPFIND', 'hang', 'svarer ikke'), ('PUT', 507, 'ikke plads'), ('PUT', 413, 'den størrelse'),
          ('PUT', 423, 'låst'), ('PUT', 412, 'En anden har netop'), ('PUT', 'hang', 'svarer ikke')]


def every_fault_ends_in_a_sentence(folder):
    server, store = place(folder)
    store.publish()
    for command, fault, words in FAULTS:
        before = dict(server.files)
        store.edit()
        server.faults = {command: fault}
        done = store.publish('--timeout', '1', code=1)
        assert words in done.stderr, (command, fault, done.stderr)
        assert server.files == before, (command, fault)
        server.faults = {}
        store.publish()
        assert b'nr. %d' % store.edits in server.files[store.file()], (command, fault)


def calendars_go_to_nobody_but_the_server_that_was_named(folder):
    server, stranger, store = Server(), Server(), Store(folder)
    server.closed = stranger.closed = False
    server.elsewhere = stranger.address + 'a.ics'
    store.set(publish_to=server.address)
    store.publish(password=None)
    for command in ('PROPFIND', 'PUT'):
        store.edit()
        server.faults = {command: 'move'}
        assert 'er flyttet til' in store.publish(password=None, code=1).stderr, command
        assert stranger.files == {}, command
        server.faults = {}
    store.publish(password=None)
    assert b'nr. %d' % store.edits in server.files[store.file()]


def what_cannot_be_reached_is_told(folder):
    server, store = place(folder)
    for address, words in (('http://127.0.0.1:%d/' % free_port(), 'kan ikke nås'),
                           ('http://findes-ikke.invalid/', 'ingen server')):
        store.set(publish_to=address)
        assert words in store.publish('--timeout', '5', code=1).stderr, address


def a_certificate_that_does_not_fit_is_told(folder):
    key, certificate = os.path.join(folder, 'key.pem'), os.path.join(folder, 'cert.pem')
    subprocess.run(['openssl', 'req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=andre.dk',
                    '-keyout', key, '-out', certificate], check=True, stderr=subprocess.DEVNULL)
    server, store = Server((certificate, key)), Store(folder)
    store.set(publish_to=server.address, publish_user=USER)
    assert 'certifikat' in store.publish(code=1).stderr.lower()
    assert server.files == {} and server.asked == []


def the_password_is_asked_for_and_kept_to_itself(folder):
    server, store = place(folder)
    wrong = store.publish(password='forkert', code=1)
    assert 'adgangskoden er forkert' in wrong.stderr and 'forkert-' not in wrong.stderr
    assert store.publish(password=None, code=1).stderr == wrong.stderr
    path = os.path.join(folder, 'kode')
    with open(path, 'w') as file:
        file.write(PASSWORD + '\n')
    server.faults = {'PUT': 'hang'}
    child = subprocess.Popen([program, '--store', store.path, 'publish', '--password-file', path, '--timeout', '3'],
                             text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    time.sleep(1)
    with open('/proc/%d/cmdline' % child.pid) as line:
        assert PASSWORD not in line.read()
    said = child.communicate()[0]
    server.faults = {}
    said += store.publish('--password-file', path, password=None).stdout
    assert PASSWORD not in said
    for name in os.listdir(folder):
        if name.startswith('stafet.db') and os.path.isfile(os.path.join(folder, name)):
            with open(os.path.join(folder, name), 'rb') as file:
                assert PASSWORD.encode() not in file.read(), name


def two_at_once_leave_one_right_calendar(folder):
    server, store = place(folder)
    store.publish()
    for _ in range(5):
        store.edit()
        environment = dict(os.environ, STAFET_PUBLISH_PASSWORD=PASSWORD)
        children = [subprocess.Popen([program, '--store', store.path, '--now', NOW, 'publish'], env=environment,
                                     stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True) for _ in range(3)]
        for child in children:
            said = child.communicate()[1]
            assert child.returncode == 0 or 'lige nu' in said, said
        store.publish()
        assert b'nr. %d' % store.edits in server.files[store.file()]


# ——— What readers get ———

def verify_says_what_readers_get(folder):
    server, store = place(folder)
    reader = Server()
    reader.closed = False
    out = os.path.join(folder, 'ud')
    store.set(publish_to=out, publish_address=reader.address)

    def copy():
        reader.files = {name: open(os.path.join(out, name), 'rb').read() for name in os.listdir(out)}

    store.publish()
    copy()
    assert 'nyeste udgave' in store.publish('--verify').stdout
    token = store.file()
    for break_it, words in (
            (lambda: setattr(reader, 'kind', 'application/octet-stream'), 'text/calendar'),
            (lambda: reader.files.update({token: b'<!DOCTYPE html><title>Log ind</title>'}), 'webside'),
            (lambda: reader.files.pop(token), 'ældre udgave'),
            (lambda: reader.files.clear(), 'finder intet'),
            (lambda: setattr(reader, 'closed', True), 'brugernavn')):
        reader.kind, reader.closed = 'text/calendar; charset=utf-8', False
        copy()
        break_it()
        assert words in store.publish('--verify', code=1).stderr, words
    reader.closed = False
    copy()
    store.edit()
    assert 'ældre udgave' in store.publish('--verify', code=1).stderr
    other = Store(folder, 'anden.db')
    other.publish(os.path.join(folder, 'andet'))
    reader.files = {name: open(os.path.join(folder, 'andet', name), 'rb').read()
                    for name in os.listdir(os.path.join(folder, 'andet'))}
    assert 'en anden plan' in store.publish('--verify', code=1).stderr
    store.set(publish_address='http://127.0.0.1:%d/' % free_port())
    assert 'kan ikke nås' in store.publish('--verify', code=1).stderr


def without_a_place_it_says_how_to_get_one(folder):
    store = Store(folder)
    assert 'publish_to' in store.publish(code=1).stderr
    text = store.run('publish', '--order-text').stdout
    assert 'WebDAV' in text and 'text/calendar' in text and 'https' in text, text
    store.run('edit', 'settings', '--set', 'publish_to=kalendere', code=2)
    store.run('edit', 'settings', '--set', 'publish_to=https://lis:kode@example.dk/', code=2)
    store.run('edit', 'settings', '--set', 'publish_address=ftp://example.dk/', code=2)


# ——— A folder, read all the while ———

def a_reader_never_sees_half_a_calendar(folder):
    """The house's calendar is swapped under the reader again and again, with every fourth publisher killed."""
    store = Store(folder)
    out = os.path.join(folder, 'ud')
    store.publish(out)
    path = os.path.join(out, store.file())
    seen, faults, stop = set(), [], threading.Event()

    def read():
        while not stop.is_set():
            try:
                with open(path, 'rb') as file:
                    body = file.read()
            except FileNotFoundError:
                faults.append('gone')
                continue
            if not body.startswith(b'BEGIN:VCALENDAR\r\n') or not body.endswith(b'END:VCALENDAR\r\n'):
                faults.append(body[-40:])
            texts = {line for line in body.split(b'\r\n') if b'Stole nr.' in line}
            numbers = {text.split(b'nr. ')[1].split(b'\\n')[0] for text in texts}
            if len(numbers) > 1:
                faults.append(numbers)
            seen.update(numbers)

    reader = threading.Thread(target=read)
    reader.start()
    run = [program, '--store', store.path, '--now', NOW]
    dice, killed = random.Random(3), 0
    for n in range(REPUBLISHES):
        text = 'make_ready=Stole nr. %d' % n
        subprocess.run(run + ['edit', store.song, '--set', text], check=True, stdout=subprocess.DEVNULL)
        child = subprocess.Popen(run + ['publish', out], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        if n % 4 == 0:
            time.sleep(dice.random() * 0.03)
            child.kill()
        killed += child.wait() == -signal.SIGKILL
    stop.set()
    reader.join()
    print('# %d versions seen, %d publishers killed' % (len(seen), killed))
    assert not faults, faults[:3]
    assert len(seen) > REPUBLISHES / 4 and killed > REPUBLISHES / 50
    store.publish(out)
    assert not [name for name in os.listdir(out) if name.startswith('.')]


def a_full_disk_keeps_what_was_there(folder):
    disk = os.path.join(folder, 'disk')
    os.mkdir(disk)
    subprocess.run(['mount', '-t', 'tmpfs', '-o', 'size=256k', 'tmpfs', disk], check=True)
    try:
        store = Store(folder)
        out = os.path.join(disk, 'ud')
        store.publish(out)
        before = open(os.path.join(out, store.file()), 'rb').read()
        with open(os.path.join(disk, 'fyld'), 'wb', buffering=0) as file:
            try:
                while True:
                    file.write(b'x' * 512)
            except OSError:
                pass
        store.edit()
        assert 'disken er fuld' in store.publish(out, code=1).stderr.lower()
        assert open(os.path.join(out, store.file()), 'rb').read() == before
        os.unlink(os.path.join(disk, 'fyld'))
        store.publish(out)
        assert b'nr. 1' in open(os.path.join(out, store.file()), 'rb').read()
    finally:
        subprocess.run(['umount', disk], check=True)


# ——— Radicale ———

class Radicale:
    def __init__(self, folder):
        self.port, self.log = free_port(), os.path.join(folder, 'radicale.log')
        users, config = os.path.join(folder, 'users'), os.path.join(folder, 'config')
        with open(users, 'w') as file:
            file.write('%s:%s\n' % (USER, PASSWORD))
        with open(config, 'w') as file:
            file.write('[server]\nhosts = 127.0.0.1:%d\n[auth]\ntype = htpasswd\nhtpasswd_filename = %s\n'
                       'htpasswd_encryption = plain\n[storage]\nfilesystem_folder = %s\n'
                       % (self.port, users, os.path.join(folder, 'data')))
        with open(self.log, 'w') as log:
            self.child = subprocess.Popen(['/usr/bin/python3', '-m', 'radicale', '--config', config], stderr=log)
        for _ in range(200):
            try:
                socket.create_connection(('127.0.0.1', self.port)).close()
                return
            except OSError:
                time.sleep(0.1)
        raise AssertionError('Radicale does not start: ' + open(self.log).read())

    def get(self, name):
        request = urllib.request.Request('http://127.0.0.1:%d/%s/%s' % (self.port, USER, name))
        request.add_header('Authorization', 'Basic ' + base64.b64encode((USER + ':' + PASSWORD).encode()).decode())
        return urllib.request.urlopen(request).read()


def radicale_takes_calendars(folder):
    server = Radicale(folder)
    try:
        store = Store(folder)
        store.set(publish_to='http://127.0.0.1:%d/%s/' % (server.port, USER), publish_user=USER)
        done = store.publish()
        assert 'kun kalendere' in done.stderr, done.stderr
        body = server.get(store.file())
        assert b'SUMMARY:Sang' in body and body.count(b'BEGIN:VEVENT') == 5, body
        assert '0 ændret' in store.publish().stdout
        store.edit()
        store.publish()
        assert b'nr. 1' in server.get(store.file())
        other = Store(folder, 'anden.db')
        other.set(publish_to='http://127.0.0.1:%d/%s/' % (server.port, USER), publish_user=USER)
        assert 'En anden plan' in other.publish(code=1).stderr
        store.run('remove', store.feed)
        store.publish()
        assert PASSWORD not in open(server.log).read()
    finally:
        server.child.kill()
        server.child.wait()


TESTS = [('webdav/files-are-put-changed-and-removed', files_are_put_changed_and_removed),
         ('webdav/a-new-link-takes-the-old-one-away', a_new_link_takes_the_old_one_away),
         ('webdav/a-server-that-tells-no-etag-is-asked', a_server_that_tells_no_etag_is_asked),
         ('webdav/what-somebody-else-wrote-is-told-and-left', what_somebody_else_wrote_is_told_and_left),
         ('webdav/the-place-of-another-is-refused', the_place_of_another_is_refused),
         ('webdav/a-killed-run-knows-its-own-files', a_killed_run_knows_its_own_files),
         ('webdav/what-was-put-before-a-kill-is-known', what_was_put_before_a_kill_is_known_after_more_edits),
         ('webdav/every-fault-ends-in-a-sentence', every_fault_ends_in_a_sentence),
         ('webdav/calendars-go-to-nobody-else', calendars_go_to_nobody_but_the_server_that_was_named),
         ('webdav/what-cannot-be-reached-is-told', what_cannot_be_reached_is_told),
         ('webdav/a-certificate-that-does-not-fit-is-told', a_certificate_that_does_not_fit_is_told),
         ('webdav/the-password-is-kept-to-itself', the_password_is_asked_for_and_kept_to_itself),
         ('webdav/two-at-once-leave-one-right-calendar', two_at_once_leave_one_right_calendar),
         ('webdav/radicale-takes-calendars', radicale_takes_calendars),
         ('verify/says-what-readers-get', verify_says_what_readers_get),
         ('place/without-one-it-says-how-to-get-one', without_a_place_it_says_how_to_get_one),
         ('folder/a-reader-never-sees-half-a-calendar', a_reader_never_sees_half_a_calendar),
         ('folder/a-full-disk-keeps-what-was-there', a_full_disk_keeps_what_was_there)]
def can_mount():
    with tempfile.TemporaryDirectory() as disk:
        mounted = os.getuid() == 0 and subprocess.run(['mount', '-t', 'tmpfs', '-o', 'size=256k', 'tmpfs', disk],
                                                      stderr=subprocess.DEVNULL, check=False).returncode == 0
        if mounted:
            subprocess.run(['umount', disk], check=True)
        return mounted


SKIPS = {'webdav/radicale-takes-calendars':
         (subprocess.run(['/usr/bin/python3', '-c', 'import radicale'], stderr=subprocess.DEVNULL).returncode != 0,
          'Radicale is not installed'),
         'folder/a-full-disk-keeps-what-was-there': (not can_mount(), 'only root can mount a small disk, and not everywhere')}

chosen = [test for test in TESTS if len(sys.argv) < 3 or sys.argv[2] in test[0]]
print('1..%d' % len(chosen))
failed = 0
for number, (title, test) in enumerate(chosen, 1):
    skip, reason = SKIPS.get(title, (False, ''))
    if skip:
        print('ok %d /publish/%s # SKIP %s' % (number, title, reason), flush=True)
        continue
    problem = None
    with tempfile.TemporaryDirectory() as work:
        try:
            test(work)
        except Exception as error:
            problem = '%s: %s' % (type(error).__name__, error)
    if problem is not None:
        failed += 1
        print('# ' + problem.replace('\n', '\n# '))
    print('%s %d /publish/%s' % ('ok' if problem is None else 'not ok', number, title), flush=True)
sys.exit(failed > 0)
