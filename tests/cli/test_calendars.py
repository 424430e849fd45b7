#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Takes calendars in and hands them out as a person would, from files and from a server that is not always kind."""
import http.server
import json
import os
import shutil
import subprocess
import sys
import tempfile
import threading
import traceback

program = sys.argv[1]
folder = tempfile.mkdtemp(prefix='stafet-calendars-')
environment = {**os.environ, 'STAFET_NOW': '2026-11-24T10:00', 'no_proxy': '*'}
PERIOD = ['--from', '2025-12-01', '--to', '2027-11-01', '--format', 'json']
HEAD, TAIL = 'BEGIN:VCALENDAR\r\nX-WR-CALNAME:Kirken\r\n', 'END:VCALENDAR\r\n'
CHOIR = ('BEGIN:VEVENT\r\nUID:kor\r\nDTSTART;TZID=Europe/Copenhagen:20261126T190000\r\nDURATION:PT2H\r\n'
         'RRULE:FREQ=WEEKLY;COUNT=3\r\nEXDATE:20261203T180000Z\r\nSUMMARY:Kor\r\nEND:VEVENT\r\n')
MARKET = ('BEGIN:VEVENT\r\nUID:marked\r\nDTSTART;VALUE=DATE:20261205\r\nDTEND;VALUE=DATE:20261207\r\n'
          'SUMMARY:Marked\r\nSTATUS:CANCELLED\r\nEND:VEVENT\r\n')


def run(*words):
    return subprocess.run([program, *words], stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment)


def good(*words):
    done = run(*words)
    assert done.returncode == 0, (words, done.returncode, done.stderr.decode())
    return done.stdout.decode()


def refused(code, word, *words):
    done = run(*words, '--lang', 'en')
    message = done.stderr.decode()
    assert done.returncode == code, (words, done.returncode, message)
    assert message.startswith('stafetctl: ') and word in message, message


def write(name, text):
    path = os.path.join(folder, name)
    with open(path, 'wb') as file:
        file.write(text.encode() if isinstance(text, str) else text)
    return path


def store(name, *words):
    path = os.path.join(folder, name, 'stafet.db')
    good('--store', path, 'init', *words)
    return ['--store', path]


def house(at):
    good(*at, 'add', 'house', '--set', 'name=Huset', '--set', 'kind=community')
    return at


def a_file_is_expanded_without_a_store():
    path = write('a.ics', HEAD + CHOIR + MARKET + TAIL)
    answer = json.loads(good('--store', '/nowhere/at.all', 'agenda', '--file', path, *PERIOD))
    assert answer == [
        {'uid': 'kor', 'start': '2026-11-26T19:00', 'end': '2026-11-26T21:00', 'all_day': False, 'title': 'Kor',
         'status': 'planned'},
        {'uid': 'marked', 'start': '2026-12-05', 'end': '2026-12-07', 'all_day': True, 'title': 'Marked',
         'status': 'cancelled'},
        {'uid': 'kor', 'start': '2026-12-10T19:00', 'end': '2026-12-10T21:00', 'all_day': False, 'title': 'Kor',
         'status': 'planned'}], answer


def what_is_no_calendar_is_said_in_a_sentence():
    days = ['--from', '2026-01-01', '--to', '2026-12-31']
    large = os.path.join(folder, 'large.ics')
    with open(large, 'wb') as file:
        file.write(HEAD.encode())
        file.truncate(500 * 1024 * 1024)
    refused(2, 'web page', 'agenda', '--file', write('page.ics', '<html><body>Log ind</body></html>'), *days)
    refused(2, 'breaks off', 'agenda', '--file', write('half.ics', HEAD + CHOIR), *days)
    refused(2, '10 MB', 'agenda', '--file', large, *days)
    refused(2, 'empty', 'agenda', '--file', write('empty.ics', ''), *days)
    refused(2, 'cannot be read', 'agenda', '--file', os.path.join(folder, 'none.ics'), *days)
    refused(2, '--file', 'agenda', '--file', large, '--house', 'H', *days)
    os.unlink(large)


def looking_writes_nothing_and_the_same_again_changes_nothing():
    at, path = house(store('once')), write('b.ics', HEAD + CHOIR + MARKET + TAIL)
    look = json.loads(good(*at, 'import', 'ics', path, '--dry-run', '--format', 'json'))
    assert (look['new'], look['written']) == (2, False) and json.loads(good(*at, 'agenda', *PERIOD)) == []
    taken = json.loads(good(*at, 'import', 'ics', path, '--house', 'Huset', '--format', 'json'))
    assert (taken['new'], taken['written']) == (2, True)
    history = good(*at, 'history', '--format', 'json')
    again = json.loads(good(*at, 'import', 'ics', path, '--format', 'json'))
    assert (again['same'], again['new'], again['written']) == (2, 0, False)
    assert good(*at, 'history', '--format', 'json') == history
    entries = json.loads(good(*at, 'agenda', *PERIOD))
    assert [(e['start'], e['title'], e['status']) for e in entries] == [
        ('2026-11-26T19:00', 'Kor', 'planned'), ('2026-12-03T19:00', 'Kor', 'cancelled'),
        ('2026-12-05T00:00', 'Marked', 'cancelled'), ('2026-12-10T19:00', 'Kor', 'planned')], entries
    good(*at, 'undo')
    assert json.loads(good(*at, 'agenda', *PERIOD)) == []


def the_exchange_of_a_house_comes_back_the_same():
    at, empty, path = store('full', '--example', 'house'), house(store('empty')), os.path.join(folder, 'house.ics')
    uid = [h['uid'] for h in json.loads(good(*at, 'list', 'house', '--format', 'json')) if h['kind'] != 'nursing'][0]
    good(*at, 'export', 'ics', '--house', uid, '--exchange', '-o', path)
    good(*empty, 'import', 'ics', path)
    good(*empty, 'check')
    keys = ('start', 'end', 'title', 'status', 'reason', 'category', 'room_name')
    told = sorted(tuple(e[key] for key in keys) for e in json.loads(good(*empty, 'agenda', *PERIOD)))
    own = [e for e in json.loads(good(*at, 'agenda', '--house', uid, *PERIOD)) if e['house'] == uid]
    assert len(own) > 1000 and sorted(tuple(e[key] for key in keys) for e in own) == told
    seen = json.loads(good('agenda', '--file', path, *PERIOD))
    assert sorted((e['start'], e['end'], e['title']) for e in seen if not e['all_day']) == sorted(
        (e['start'], e['end'], e['title']) for e in own)


class Server(http.server.BaseHTTPRequestHandler):
    """Answers by the path: a calendar, or one of the things that go wrong."""

    def do_GET(self):
        path = self.path.strip('/')
        if path in ('moved', 'circle', 'unsafe'):
            self.send_response(302)
            self.send_header('Location', {'moved': '/a.ics', 'circle': '/circle', 'unsafe': 'file:///etc/passwd'}[path])
            self.end_headers()
            return
        self.send_response({'a.ics': 200, 'page': 200, 'endless': 200, 'secret': 401}.get(path, 404))
        self.end_headers()
        try:
            if path == 'a.ics':
                self.wfile.write((HEAD + CHOIR + TAIL).encode())
            elif path == 'page':
                self.wfile.write(b'<html>Log ind</html>')
            while path == 'endless':
                self.wfile.write(b'x' * 65536)
        except OSError:
            pass

    def log_message(self, *_):
        pass


def an_address_is_fetched_or_refused_with_a_sentence():
    at = house(store('web'))
    server = http.server.ThreadingHTTPServer(('127.0.0.1', 0), Server)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    address = 'http://127.0.0.1:%d/' % server.server_port
    taken = json.loads(good(*at, 'import', 'ics', address + 'moved', '--format', 'json'))
    assert taken['new'] == 1, taken
    for path, word in (('page', 'web page'), ('endless', '10 MB'), ('secret', 'password'), ('none', 'no calendar at'),
                       ('circle', 'circles'), ('unsafe', 'not safe')):
        refused(2, word, *at, 'import', 'ics', address + path)
    server.shutdown()
    server.server_close()
    refused(2, 'cannot be reached', *at, 'import', 'ics', address + 'a.ics')
    refused(2, 'not an address', *at, 'import', 'ics', 'https://')


cases = [a_file_is_expanded_without_a_store, what_is_no_calendar_is_said_in_a_sentence,
         looking_writes_nothing_and_the_same_again_changes_nothing, the_exchange_of_a_house_comes_back_the_same,
         an_address_is_fetched_or_refused_with_a_sentence]
failed = 0
print('1..%d' % len(cases))
for number, case in enumerate(cases, 1):
    name = '/cli/calendars/' + case.__name__.replace('_', '-')
    try:
        case()
        print('ok %d %s' % (number, name), flush=True)
    except Exception:
        failed += 1
        print('not ok %d %s' % (number, name))
        print('# ' + traceback.format_exc().strip().replace('\n', '\n# '), flush=True)
shutil.rmtree(folder, ignore_errors=True)
sys.exit(failed > 0)
