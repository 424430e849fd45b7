#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives `stafetctl serve` over real sockets: calendars, pages, validators, hostile and slow clients.

Prints TAP. Usage: test_serve.py STAFETCTL
"""
import html.parser
import json
import os
import re
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time

CTL = sys.argv[1]
NOW = '2026-11-24T10:40'
number = 0


def check(name, problems):
    global number
    number += 1
    print('%s %d - /publish/serve/%s' % ('not ok' if problems else 'ok', number, name), flush=True)
    for problem in problems[:10]:
        print('# ' + problem, flush=True)


def ctl(*arguments, store=None, now=NOW):
    done = subprocess.run([CTL, '--store', store or STORE, '--now', now, *arguments], stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE, check=False)
    if done.returncode != 0:
        sys.exit('Bail out! stafetctl %s: %s' % (' '.join(arguments), done.stderr.decode()))
    return done.stdout


class Server:
    """One server process; what it printed is kept."""

    def __init__(self, *arguments, store=None):
        self.process = subprocess.Popen([CTL, '--store', store or STORE, '--now', '2026-11-24T10:50', 'serve', *arguments],
                                        stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        line = self.process.stdout.readline().decode()
        found = re.search(r'http://(\S+):(\d+)/', line)
        if found is None:
            sys.exit('Bail out! no address: %r %r' % (line, self.process.stderr.read()))
        self.first = line
        self.place = found.group(1).strip('[]'), int(found.group(2))

    def connect(self, patience=20):
        return socket.create_connection(self.place, timeout=patience)

    def send(self, data, half_close=False):
        """What comes back for @data, to the end of the connection."""
        with self.connect() as client:
            try:
                client.sendall(data)
                if half_close:
                    client.shutdown(socket.SHUT_WR)
            except OSError:
                pass  # it has refused before all was sent
            return read_all(client)

    def get(self, path, method='GET', **headers):
        lines = ''.join('%s: %s\r\n' % (name.replace('_', '-'), value) for name, value in headers.items())
        return self.send(('%s %s HTTP/1.1\r\nHost: x\r\n%s\r\n' % (method, path, lines)).encode())

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        out, err = self.process.communicate(timeout=20)
        return self.process.returncode, self.first + out.decode(), err.decode()


def read_all(client):
    parts = []
    while True:
        try:
            part = client.recv(65536)
        except OSError:
            break
        if not part:
            break
        parts.append(part)
    return b''.join(parts)


def status(reply):
    return int(reply[9:12]) if reply[:9] == b'HTTP/1.1 ' else 0


def header(reply, name):
    found = re.search(rb'\r\n%s: ([^\r]*)\r\n' % name.encode(), reply.split(b'\r\n\r\n')[0] + b'\r\n', re.I)
    return found.group(1).decode() if found else None


def body(reply):
    return reply.split(b'\r\n\r\n', 1)[1]


def expect(problems, what, value, expected):
    if value != expected:
        problems.append('%s: %r, not %r' % (what, value, expected))


def feeds(store=None):
    return json.loads(ctl('feeds', '--format', 'json', store=store))


# ——— Serving the plan ———

def calendars_are_what_export_writes(server):
    problems = []
    for feed in feeds():
        reply = server.get('/' + feed['token'] + '.ics')
        expect(problems, 'status', status(reply), 200)
        expect(problems, 'type', header(reply, 'Content-Type'), 'text/calendar; charset=utf-8')
        expect(problems, 'cache', header(reply, 'Cache-Control'), 'private, max-age=900')
        expect(problems, 'length', header(reply, 'Content-Length'), str(len(body(reply))))
        path = os.path.join(FOLDER, 'one.ics')
        ctl('export', 'ics', '--feed', feed['uid'], '-o', path)
        with open(path, 'rb') as file:
            expect(problems, 'the bytes of ' + feed['name'], body(reply) == file.read(), True)
        head = server.get('/' + feed['token'] + '.ics', method='HEAD')
        expect(problems, 'HEAD', head.split(b'\r\n\r\n')[1:], [b''])
        expect(problems, 'HEAD length', header(head, 'Content-Length'), str(len(body(reply))))
        etag, modified = header(reply, 'ETag'), header(reply, 'Last-Modified')
        expect(problems, 'If-None-Match', status(server.get('/' + feed['token'] + '.ics', If_None_Match=etag)), 304)
        expect(problems, 'If-Modified-Since',
               status(server.get('/' + feed['token'] + '.ics', If_Modified_Since=modified)), 304)
    check('calendars-are-what-export-writes', problems)


def another_process_is_seen(server):
    problems = []
    path = '/' + TOKEN + '.ics'
    before = server.get(path)
    ctl('edit', 'Højtlæsning i B.1', '--set', 'make_ready=Tæpper')
    time.sleep(1.2)
    after = server.get(path, If_None_Match=header(before, 'ETag'))
    expect(problems, 'status', status(after), 200)
    expect(problems, 'told', 'Tæpper'.encode() in body(after), True)
    expect(problems, 'page', 'Tæpper'.encode() in body(server.get('/' + TOKEN + '.html')), True)
    check('another-process-is-seen-within-a-second', problems)


def unknown_and_revoked_are_alike(server):
    problems = []
    feed = next(feed for feed in feeds() if feed['name'] == 'Frivillige i B.2')
    expect(problems, 'before', status(server.get('/' + feed['token'] + '.ics')), 200)
    ctl('remove', feed['uid'])
    time.sleep(1.2)
    revoked = server.get('/' + feed['token'] + '.ics')
    for path in ('/' + 'f' * 32 + '.ics', '/' + 'f' * 32 + '.html', '/', '/x', '/nginx.conf.eksempel'):
        expect(problems, path, server.get(path), revoked)
    expect(problems, 'status', status(revoked), 404)
    check('unknown-and-revoked-are-alike', problems)


def nothing_outside_is_served(server):
    problems = []
    for path in ('/../' + os.path.basename(STORE), '/%2e%2e/' + os.path.basename(STORE), '/..%2fstafet.db',
                 '//etc/passwd', '/..', '/.', '/%00', '/' + TOKEN + '%2eics', '/a/../' + TOKEN + '.ics',
                 '/' + TOKEN.upper() + '.ics', '/' + 'a' * 1500):
        expect(problems, path, status(server.get(path)), 404)
    expect(problems, 'authority', status(server.get('http://house.example/' + TOKEN + '.ics')), 200)
    expect(problems, 'query', status(server.get('/' + TOKEN + '.ics?x=1')), 200)
    check('nothing-outside-is-served', problems)


# ——— Pages ———

class Page(html.parser.HTMLParser):
    """Notes what is not well formed."""
    EMPTY = {'meta', 'br', 'img', 'input', 'link', 'hr'}

    def __init__(self, text):
        super().__init__()
        self.problems, self.open, self.ids, self.links, self.counts, self.text = [], [], [], [], {}, ''
        self.feed(text)
        self.close()
        if self.open:
            self.problems.append('left open: %s' % self.open)

    def handle_starttag(self, tag, attrs):
        self.counts[tag] = self.counts.get(tag, 0) + 1
        values = dict(attrs)
        if len(values) != len(attrs):
            self.problems.append('an attribute twice: %s' % attrs)
        if 'id' in values:
            self.ids.append(values['id'])
        for name in ('src', 'href', 'action', 'srcset', 'data'):
            if re.match(r'\s*(https?:|//)', values.get(name) or ''):
                self.problems.append('leads elsewhere: %s' % values[name])
        if any(name.startswith('on') or name == 'style' for name in values):
            self.problems.append('a script or style in an attribute: %s' % attrs)
        if tag == 'a':
            self.links.append(['', values])
        if tag == 'p' and 'p' in self.open:
            self.problems.append('a paragraph in a paragraph')
        if tag not in self.EMPTY:
            self.open.append(tag)

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.problems.append('not balanced at </%s>, line %d' % (tag, self.getpos()[0]))

    def handle_data(self, data):
        if 'a' in self.open:
            self.links[-1][0] += data
        if 'script' not in self.open and 'style' not in self.open:
            self.text += data


def page_problems(text):
    page = Page(text)
    problems = page.problems
    expect(problems, 'h1', page.counts.get('h1'), 1)
    expect(problems, 'main', page.counts.get('main'), 1)
    expect(problems, 'days', page.counts.get('h2', 0) >= 20, True)
    expect(problems, 'ids', len(set(page.ids)), len(page.ids))
    for words, values in page.links:
        expect(problems, 'the name of a link begins with its text', (values.get('aria-label') or words)[:len(words)],
               words)
        if not words.strip():
            problems.append('a link without words')
        target = values.get('href', '')
        if target.startswith('#') and target[1:] not in page.ids:
            problems.append('a link to nothing: ' + target)
    for word in ('i dag', 'i morgen', 'i gang nu'):
        if word in page.text:
            problems.append('says “%s”' % word)
    if '<html lang="da">' not in text:
        problems.append('no language')
    return problems


def pages_are_sound(server):
    problems = []
    for feed in feeds():
        reply = server.get('/' + feed['token'] + '.html')
        expect(problems, 'type', header(reply, 'Content-Type'), 'text/html; charset=utf-8')
        expect(problems, 'size', len(body(reply)) <= 50000, True)
        problems += ['%s: %s' % (feed['name'], problem) for problem in page_problems(body(reply).decode())]
    heartbeat = json.loads(body(server.get('/stafet-heartbeat.json')))
    expect(problems, 'heartbeat', heartbeat, {'confirmed': '2026-11-24T09:50:00Z'})
    check('pages-are-sound', problems)


# ——— Hostile clients ———

def hostile_requests(server):
    problems = []
    good = b'GET /%s.ics HTTP/1.1\r\nHost: x\r\n\r\n' % TOKEN.encode()
    cases = [('a line of a megabyte', b'GET /' + b'a' * 1000000 + b' HTTP/1.1\r\n\r\n', 414),
             ('a flood of headers', b'GET / HTTP/1.1\r\n' + b'A: b\r\n' * 200000, 431),
             ('one endless header', b'GET / HTTP/1.1\r\nA: ' + b'b' * 1000000, 431),
             ('HTTP/0.9', b'GET /\r\n', 400), ('NUL', b'GET /\0 HTTP/1.1\r\nHost: x\r\n\r\n', 400),
             ('TLS', bytes.fromhex('16030100c8010000c40303') + b'\n' * 4, 400),
             ('another method', good.replace(b'GET', b'DELETE'), 405), ('HTTP/2', good.replace(b'1.1', b'2.0'), 505),
             ('no host', good.replace(b'Host: x\r\n', b''), 400), ('pipelined', good * 50, 200),
             ('a body', good.replace(b'\r\n\r\n', b'\r\nContent-Length: 9\r\n\r\n123456789'), 200)]
    for what, data, expected in cases:
        reply = server.send(data)
        expect(problems, what, status(reply), expected)
        expect(problems, what + ', answers', len(re.findall(rb'(?:^|\n)HTTP/1\.1 ', reply)), 1)
        expect(problems, what + ', then others', status(server.send(good)), 200)
    expect(problems, 'half closed', status(server.send(good, half_close=True)), 200)
    expect(problems, 'nothing at all', server.send(b'', half_close=True), b'')
    expect(problems, 'half a request', server.send(good[:20], half_close=True), b'')
    check('hostile-requests-are-harmless', problems)


def slow_clients(server):
    """Eighty hold on to their connections, letter by letter or by not reading; the honest are served meanwhile."""
    problems, ends = [], []
    begun = time.monotonic()
    slow = [server.connect() for _ in range(80)]

    def drip(client):
        try:
            for letter in b'GET /' + b'a' * 200:
                client.send(bytes([letter]))
                time.sleep(0.2)
        except OSError:
            pass
        ends.append(time.monotonic() - begun)

    threads = [threading.Thread(target=drip, args=(client,)) for client in slow[:40]]
    for thread in threads:
        thread.start()
    served = 0
    while time.monotonic() - begun < 4:
        served += status(server.get('/' + TOKEN + '.ics')) == 200
    for client in slow[40:]:
        client.recv(1)
        ends.append(time.monotonic() - begun)
    for thread in threads:
        thread.join()
    expect(problems, 'honest ones are served', served > 20, True)
    expect(problems, 'slow ones', len(ends), 80)
    # Cut after five seconds; a busy machine may be late, but nobody is kept for ten seconds more.
    expect(problems, 'cut too early or too late', [end for end in ends if end < 4 or end > 15], [])
    for client in slow:
        client.close()
    check('slow-clients-are-cut-while-honest-ones-are-served', problems)


def many_at_once(server):
    """Two hundred are connected before the first one asks; all get the same whole bytes."""
    problems = []
    expected = body(server.get('/' + TOKEN + '.ics'))
    clients = [server.connect() for _ in range(200)]
    for client in clients:
        client.sendall(b'GET /%s.ics HTTP/1.1\r\nHost: x\r\n\r\n' % TOKEN.encode())
    replies = [read_all(client) for client in clients]
    for client in clients:
        client.close()
    expect(problems, 'served whole', sum(body(reply) == expected for reply in replies if status(reply) == 200), 200)
    check('two-hundred-at-once-are-served', problems)


def tokens_stay_secret(server):
    problems = []
    code, out, err = server.stop()
    expect(problems, 'exit code', code, 0)
    for feed in feeds():
        expect(problems, 'a token in the output', feed['token'] in out + err, False)
    expect(problems, 'lines', (out.count('\n'), err), (1, ''))
    check('tokens-are-never-in-the-output', problems)


# ——— A folder; where it listens ———

def folder_is_served():
    problems = []
    folder = os.path.join(FOLDER, 'out')
    ctl('publish', folder)
    with open(os.path.join(folder, 'secret.txt'), 'w', encoding='utf-8') as file:
        file.write('secret')
    os.symlink(STORE, os.path.join(folder, 'e' * 32 + '.txt'))
    os.utime(os.path.join(folder, TOKEN + '.ics'), (1795500000, 1795500000))
    server = Server('--folder', folder, store=os.path.join(FOLDER, 'there-is-none.db'))
    reply = server.get('/' + TOKEN + '.ics')
    with open(os.path.join(folder, TOKEN + '.ics'), 'rb') as file:
        expect(problems, 'the file', body(reply) == file.read(), True)
    expect(problems, 'modified', header(reply, 'Last-Modified'), 'Tue, 24 Nov 2026 06:00:00 GMT')
    expect(problems, '304', status(server.get('/' + TOKEN + '.ics', If_Modified_Since='Tue, 24 Nov 2026 06:00:00 GMT')),
           304)
    for name in ('secret.txt', 'nginx.conf.eksempel', '', 'e' * 32 + '.txt', 'd' * 32 + '.ics'):
        expect(problems, name, status(server.get('/' + name)), 404)
    server.stop()
    check('a-published-folder-is-served-and-nothing-else-in-it', problems)


def listening_is_said():
    problems = []
    server = Server('--listen', '0.0.0.0:0')
    expect(problems, 'served', status(server.get('/x')), 404)
    expect(problems, 'warned', 'https' in server.stop()[2], True)
    expect(problems, 'loopback', Server().stop()[1].startswith('Serveres på http://127.0.0.1:'), True)
    for listen, code in (('127.0.0.1', 2), ('nobody:80', 2), ('127.0.0.1:99999', 2), ('203.0.113.7:0', 1)):
        done = subprocess.run([CTL, '--store', STORE, 'serve', '--listen', listen], stderr=subprocess.PIPE, check=False)
        expect(problems, listen, done.returncode, code)
    done = subprocess.run([CTL, 'serve', '--folder', STORE], stderr=subprocess.PIPE, check=False)
    expect(problems, 'a file as folder', done.returncode, 1)
    check('it-listens-on-loopback-and-says-what-else-means', problems)


with tempfile.TemporaryDirectory() as FOLDER:
    STORE = os.path.join(FOLDER, 'stafet.db')
    ctl('init', '--example', 'house')
    TOKEN = next(feed['token'] for feed in feeds() if feed['name'] == 'Frivillige i B.1')
    print('1..11', flush=True)
    SERVER = Server()
    calendars_are_what_export_writes(SERVER)
    another_process_is_seen(SERVER)
    unknown_and_revoked_are_alike(SERVER)
    nothing_outside_is_served(SERVER)
    pages_are_sound(SERVER)
    hostile_requests(SERVER)
    slow_clients(SERVER)
    many_at_once(SERVER)
    tokens_stay_secret(SERVER)
    folder_is_served()
    listening_is_said()
