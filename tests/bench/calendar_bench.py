# SPDX-License-Identifier: GPL-3.0-or-later
"""Switches weeks in Stafet and in GNOME Calendar, with the same items in both, and compares what it costs them.

Both are the real programs on the same screen, in a window of the same size, turned by the same hand: the key for the
next week, pressed again only when the program has come to rest. Counted is the CPU time of the program's own process;
what GNOME Calendar leaves to the services of Evolution is not held against it. Without GNOME Calendar nothing is
compared, and the bench says so.

  calendar_bench.py STAFET STAFETCTL MUNICIPALITY-STORE
"""
import collections
import contextlib
import datetime
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
import zoneinfo

MONDAY = datetime.date(2026, 11, 23)
NOW = '2026-11-24T10:40'
ZONE = 'Europe/Copenhagen'
WEEKS = 6          # To the last of them and back again
ROUNDS = 1         # Beside one that is not counted
SIZE = (1280, 820)
ITEMS = 60         # a week, about
LEAST = 5          # times as much is GNOME Calendar to need
RESTS = 0.3        # s without CPU time
PATIENCE = 60      # s
TICK = 1000 / os.sysconf('SC_CLK_TCK')  # ms

stafet = stafetctl = town = None


class Skip(Exception):
    """Why the two are not compared."""


# ——— The same items ———

def entries():
    last = MONDAY + datetime.timedelta(days=7 * (WEEKS + 1) - 1)
    done = subprocess.run([stafetctl, '--store', town, '--now', NOW, 'agenda', '--from', str(MONDAY), '--to', str(last),
                           '--format', 'json'], stdout=subprocess.PIPE, check=True, encoding='utf-8')
    return json.loads(done.stdout)


def choose(everything):
    """Houses that have so many items a week together, and all that they have."""
    houses, count = [], 0
    for house, more in reversed(collections.Counter(entry['house'] for entry in everything).most_common()):
        if house and count + more <= 1.05 * ITEMS * (WEEKS + 1):
            houses.append(house)
            count += more
    return houses, [entry for entry in everything if entry['house'] in houses]


def utc(wall):
    when = datetime.datetime.fromisoformat(wall).replace(tzinfo=zoneinfo.ZoneInfo(ZONE))
    return when.astimezone(datetime.timezone.utc).strftime('%Y%m%dT%H%M%SZ')


def write_ics(path, items):
    lines = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Stafet//bench//DA']
    for number, item in enumerate(items):
        lines += ['BEGIN:VEVENT', 'UID:item-%d' % number, 'DTSTAMP:20261101T000000Z']
        lines += ['DTSTART:' + utc(item['start']), 'DTEND:' + utc(item['end'])]
        # Bare text is all that it has to show; ours shows who comes as well.
        lines += ['SUMMARY:' + item['title'].replace('\\', '\\\\').replace(',', '\\,').replace(';', '\\;'), 'END:VEVENT']
    lines.append('END:VCALENDAR')
    os.makedirs(os.path.dirname(path))
    with open(path, 'w', encoding='utf-8', newline='') as file:
        file.write(''.join(line + '\r\n' for line in lines))


def write_settings(folder, houses):
    path = os.path.join(folder, 'glib-2.0', 'settings', 'keyfile')
    os.makedirs(os.path.dirname(path))
    with open(path, 'w', encoding='utf-8') as file:
        file.write("[dk/stafet/Stafet]\nview='week'\nscope='mine'\nmy-houses=%s\n" % houses)
        file.write("[org/gnome/calendar]\nactive-view='week'\nwindow-maximized=false\nwindow-size=(%d, %d)\n"
                   "weather-settings=(false, false, '', @mv nothing)\n" % SIZE)


# ——— The hand ———

def xdotool(*words):
    return subprocess.run(['xdotool', *words], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, encoding='utf-8').stdout


def cpu(pid):
    """CPU time of all its threads, those that have ended too, in ms."""
    with open('/proc/%d/stat' % pid, encoding='utf-8') as file:
        fields = file.read().rpartition(')')[2].split()
    return (int(fields[11]) + int(fields[12])) * TICK


def rest(pid):
    """Waits until it does nothing any more, and says what it has used until then."""
    deadline = time.monotonic() + PATIENCE
    used, since = cpu(pid), time.monotonic()
    while time.monotonic() - since < RESTS:
        time.sleep(0.02)
        now = cpu(pid)
        if now > used:
            used, since = now, time.monotonic()
        if time.monotonic() > deadline:
            raise Skip('the program %d does not come to rest' % pid)
    return used


def find_window(process):
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        if process.poll() is not None:
            raise Skip('the program ends at once')
        for window in xdotool('search', '--onlyvisible', '--pid', str(process.pid), '--name', '.').split():
            return window
        time.sleep(0.1)
    raise Skip('no window comes')


def turn(process, forth, back):
    """CPU time of one switch, in ms: the mean of all, after a round that is not counted."""
    window = find_window(process)
    xdotool('windowsize', '--sync', window, *map(str, SIZE))
    xdotool('windowfocus', '--sync', window)
    used = rest(process.pid)
    keys = [forth] * WEEKS + [back] * WEEKS
    for number, key in enumerate(keys * (ROUNDS + 1)):
        if number == len(keys):
            before = used
        xdotool('key', key)
        used = rest(process.pid)
    return (used - before) / (len(keys) * ROUNDS)


@contextlib.contextmanager
def running(*words):
    process = subprocess.Popen(words, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        yield process
    finally:
        process.kill()
        process.wait()


# ——— The comparison ———

def prepare(folder, houses, items):
    os.environ.update(XDG_CONFIG_HOME=os.path.join(folder, 'config'), XDG_DATA_HOME=os.path.join(folder, 'data'),
                      XDG_CACHE_HOME=os.path.join(folder, 'cache'), GSETTINGS_BACKEND='keyfile', GSK_RENDERER='cairo',
                      GDK_DEBUG='gl-disable', TZ=ZONE)
    write_settings(os.environ['XDG_CONFIG_HOME'], houses)
    write_ics(os.path.join(os.environ['XDG_DATA_HOME'], 'evolution', 'calendar', 'system', 'calendar.ics'), items)


def switch_both():
    """CPU time of a switch of each, on a bus of its own whose services have the environment that was prepared."""
    with running('openbox', '--sm-disable'):
        with running('gnome-calendar', '--date', str(MONDAY)) as calendar:
            theirs = turn(calendar, 'alt+Right', 'alt+Left')
        with running(stafet, '--store', town, '--now', NOW) as own:
            ours = turn(own, 'alt+Next', 'alt+Prior')
    return ours, theirs


def compare():
    houses, items = choose(entries())
    with tempfile.TemporaryDirectory(prefix='stafet-bench-', ignore_cleanup_errors=True) as folder:
        prepare(folder, houses, items)
        result = os.path.join(folder, 'result')
        # What the services say of themselves is no concern of the bench.
        subprocess.run(['dbus-run-session', '--', sys.executable, __file__, *sys.argv[1:4], result],
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
        with open(result, encoding='utf-8') as file:
            ours, theirs, reason = json.load(file)
    if reason is not None:
        raise Skip(reason)
    print('Weeks of %d items, turned with a key: %.1f ms against %.1f ms of GNOME Calendar, CPU' % (
        len(items) // (WEEKS + 1), ours, theirs))
    good = theirs >= LEAST * ours
    print('  %-46s %8.2f (at least %d) %s' % ('GNOME Calendar needs so many times as much', theirs / ours, LEAST,
                                             'ok' if good else 'TOO LITTLE'))
    return good


def main():
    if shutil.which('gnome-calendar') is None:
        raise Skip('GNOME Calendar is not installed')
    return compare()


def tell(result):
    """Writes what came of it where the script that began this one looks."""
    try:
        answer = [*switch_both(), None]
    except Skip as skip:
        answer = [None, None, str(skip)]
    with open(result, 'w', encoding='utf-8') as file:
        json.dump(answer, file)


if __name__ == '__main__':
    stafet, stafetctl, town = sys.argv[1:4]
    try:
        sys.exit(tell(sys.argv[4]) if len(sys.argv) > 4 else not main())
    except Skip as skip:
        print('Against GNOME Calendar: skipped: %s' % skip)
