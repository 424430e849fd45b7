#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Lets the calendar programs of others subscribe to a ward's calendar, and follow it through changes.

khal, through vdirsyncer, and Evolution's own backend for calendars on the web fetch the published folder from
Stafet's server. Over a year, with both nights in which the clock is set and with week 53, they must show what the
agenda shows; and after a date is moved, one cancelled, a helper found and a person erased, what is new and nothing
besides.
Prints TAP. Usage: subscribers.py STAFETCTL khal|evolution
"""
import datetime
import json
import os
import re
import subprocess
import sys
import tempfile
import time

CTL, READER = sys.argv[1], sys.argv[2]
TODAY = '2026-03-24'
FROM, TO = '2026-02-23', '2027-04-25'  # the default window of that week
number = 0


def check(name, problems):
    global number
    number += 1
    print('%s %d - /publish/subscribers/%s/%s' % ('not ok' if problems else 'ok', number, READER, name), flush=True)
    for problem in problems[:10]:
        print('# ' + problem, flush=True)


def run(*words, **options):
    done = subprocess.run(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, check=False, **options)
    if done.returncode != 0:
        sys.exit('Bail out! %s: %s%s' % (' '.join(words[:3]), done.stdout[-2000:], done.stderr[-2000:]))
    return done.stdout


class Plan:
    """A small town whose ward B.1 has a calendar with names, and a server of what it publishes."""

    def __init__(self, folder):
        self.store, self.folder = os.path.join(folder, 'stafet.db'), os.path.join(folder, 'published')
        os.mkdir(self.folder)
        self.ctl('init')
        self.ctl('edit', 'settings', '--set', 'language=en')
        self.home = self.add('house', name='Møllestien', kind='community', phone='13245671')
        nursing = self.add('house', name='Plejehjem Skovvang', kind='nursing')
        self.ward = self.add('ward', name='B.1', house=nursing)
        self.lis = self.add('volunteer', name='Lis Bæk')
        self.bo = self.add('volunteer', name='Bo Åkjær')
        self.ea = self.add('volunteer', name='Ea Øster')
        night = self.add('activity', title='Vågetjeneste', house=self.home, ward=self.ward, start='2026-03-07T22:00',
                         end='2026-03-08T06:00', rule='FREQ=WEEKLY')
        watch = self.add('shift', role='Våger', wanted='1', activity=night)
        self.song = self.add('activity', title='Sang; fælles, glad', house=self.home, ward=self.ward,
                             start='2026-03-03T10:00', end='2026-03-03T12:00', rule='FREQ=WEEKLY', holidays='cancel')
        self.singers = self.add('shift', role='Forsanger', wanted='2', activity=self.song)
        self.add('activity', title='Banko', house=self.home, ward=self.ward, start='2026-01-08T14:00',
                 end='2026-01-08T16:00', rule='FREQ=MONTHLY;BYDAY=2TH')
        self.add('activity', title='Tidlig runde', house=self.home, ward=self.ward, start='2026-03-01T01:30',
                 end='2026-03-01T04:30', rule='FREQ=WEEKLY')
        self.ctl('assign', watch, self.lis, '--standing')
        self.ctl('assign', self.singers, self.ea, '--standing')
        self.feed = self.add('feed', name='B.1', ward=self.ward, names='first')
        self.publish()
        self.server = subprocess.Popen([CTL, '--store', self.store, 'serve', '--folder', self.folder],
                                       stdout=subprocess.PIPE, text=True)
        root = re.search(r'http://\S+:\d+/', self.server.stdout.readline()).group()
        self.url = root + next(name for name in os.listdir(self.folder)
                               if name.endswith('.ics') and name != 'stafet-publish.ics')

    def ctl(self, *words):
        return run(CTL, '--store', self.store, '--today', TODAY, *words)

    def add(self, record_kind, /, **values):
        pairs = [part for pair in values.items() for part in ('--set', '%s=%s' % pair)]
        return self.ctl('add', record_kind, *pairs).split()[-1]

    def publish(self):
        self.ctl('publish', self.folder)

    def agenda(self):
        """(start, end, title) of all that the ward's calendar has to show: cancelled dates from this week on."""
        listed = json.loads(self.ctl('agenda', '--from', FROM, '--to', TO, '--ward', self.ward, '--format', 'json'))
        return sorted((entry['start'], entry['end'], entry['title']) for entry in listed
                      if entry['status'] != 'cancelled' or entry['start'] >= '2026-03-23')


class Khal:
    """khal, and the vdirsyncer that fetches for it, with a home of their own."""

    def __init__(self, folder, url):
        self.folder = folder
        for name in ('calendar', 'status'):
            os.makedirs(os.path.join(folder, name))
        self.environment = {**os.environ, 'HOME': folder, 'XDG_CONFIG_HOME': folder, 'XDG_CACHE_HOME': folder,
                            'XDG_DATA_HOME': folder, 'LC_ALL': 'C.UTF-8', 'TZ': 'Europe/Copenhagen'}
        with open(os.path.join(folder, 'sync'), 'w') as file:
            file.write('[general]\nstatus_path = "%s/status/"\n'
                       '[pair ward]\na = "here"\nb = "there"\ncollections = null\nconflict_resolution = "b wins"\n'
                       '[storage here]\ntype = "filesystem"\npath = "%s/calendar/"\nfileext = ".ics"\n'
                       '[storage there]\ntype = "http"\nurl = "%s"\n' % (folder, folder, url))
        with open(os.path.join(folder, 'khal'), 'w') as file:
            file.write('[calendars]\n[[ward]]\npath = %s/calendar/\nreadonly = True\n'
                       '[locale]\ntimeformat = %%H:%%M\ndateformat = %%Y-%%m-%%d\nlongdateformat = %%Y-%%m-%%d\n'
                       'datetimeformat = %%Y-%%m-%%dT%%H:%%M\nlongdatetimeformat = %%Y-%%m-%%dT%%H:%%M\n'
                       'local_timezone = Europe/Copenhagen\ndefault_timezone = Europe/Copenhagen\n'
                       '[sqlite]\npath = %s/khal.db\n' % (folder, folder))
        self.sync('discover', 'ward')

    def sync(self, *words):
        run('vdirsyncer', '-v', 'WARNING', '-c', os.path.join(self.folder, 'sync'), *words, env=self.environment,
            input='y\n' * 9)

    def read(self):
        """(start, end, summary) of every instance in the window. What goes on beyond midnight khal may list twice."""
        self.sync('sync')
        days = (datetime.date.fromisoformat(TO) - datetime.date.fromisoformat(FROM)).days
        listed = run('khal', '-c', os.path.join(self.folder, 'khal'), 'list', '--notstarted', '--day-format', '',
                     '--format', '{start-long-full}|{end-long-full}|{title}', FROM, '%dd' % (days + 1),
                     env=self.environment)
        return sorted({tuple(line.split('|')) for line in listed.splitlines() if line.count('|') == 2})

    def close(self):
        pass


class Evolution:
    """Evolution's backend, in the D-Bus session that this program runs in for it."""

    def __init__(self, folder, url):
        import gi
        for name, version in (('EDataServer', '1.2'), ('ECal', '2.0'), ('ICalGLib', '3.0')):
            gi.require_version(name, version)
        from gi.repository import ECal, EDataServer, ICalGLib
        host, port, path = re.fullmatch(r'http://([^:/]+):(\d+)(/\S*)', url).groups()
        registry = EDataServer.SourceRegistry.new_sync(None)
        source = EDataServer.Source.new(None, None)
        source.set_display_name('Skovvang')
        source.set_parent('webcal-stub')
        source.get_extension(EDataServer.SOURCE_EXTENSION_CALENDAR).set_backend_name('webcal')
        access = source.get_extension(EDataServer.SOURCE_EXTENSION_AUTHENTICATION)
        access.set_host(host)
        access.set_port(int(port))
        access.set_method('none')
        source.get_extension(EDataServer.SOURCE_EXTENSION_WEBDAV_BACKEND).set_resource_path(path)
        source.get_extension(EDataServer.SOURCE_EXTENSION_OFFLINE).set_stay_synchronized(True)
        registry.commit_source_sync(source, None)
        until = time.monotonic() + 20
        while (kept := registry.ref_source(source.get_uid())) is None and time.monotonic() < until:
            time.sleep(0.1)
        self.source = kept
        self.client = ECal.Client.connect_sync(kept, ECal.ClientSourceType.EVENTS, 30, None)
        self.client.set_default_timezone(ICalGLib.Timezone.get_builtin_timezone('Europe/Copenhagen'))
        self.before = None

    def instances(self):
        found = []

        def wall(moment):
            text = moment.as_ical_string()
            return '%s-%s-%sT%s:%s' % (text[:4], text[4:6], text[6:8], text[9:11] or '00', text[11:13] or '00')

        def one(component, start, *_):
            # What it works out as the end is an hour off where the clock is set in between; it has read the right one.
            found.append((wall(start), wall(component.get_dtend()), component.get_summary()))
            return True

        first, last = (int(datetime.datetime.fromisoformat(day + 'T00:00+00:00').timestamp()) for day in (FROM, TO))
        self.client.generate_instances_sync(first, last + 86400, None, one, None)
        return sorted(found)

    def read(self):
        """Fetches, and waits until something has changed and then no longer does."""
        if self.before is not None:
            self.client.refresh_sync(None)
        until, last, now = time.monotonic() + 30, None, None
        while time.monotonic() < until and (now in (None, [], self.before) or now != last):
            time.sleep(1)
            last, now = now, self.instances()
        self.before = now
        return now

    def close(self):
        self.source.remove_sync(None)


def with_titles(read):
    """The activity's title in place of all that the summary says."""
    return sorted((start, end, re.sub('^CANCELLED: ', '', summary).split(' in B.1')[0]) for start, end, summary in read)


def differences(got, want):
    return ['not shown: %s %s %s' % entry for entry in sorted(set(want) - set(got))] + \
        ['shown and not there: %s %s %s' % entry for entry in sorted(set(got) - set(want))] + \
        (['%d are shown, %d there are' % (len(got), len(want))] if len(got) != len(want) else []) + \
        ([] if len(want) > 150 else ['too few to tell anything'])


def main(folder):
    plan = Plan(folder)
    reader = {'khal': Khal, 'evolution': Evolution}[READER](os.path.join(folder, 'reader'), plan.url)
    try:
        seen = reader.read()
        check('the-agenda-of-more-than-a-year', differences(with_titles(seen), plan.agenda()))

        def step(name, changed, *words):
            """Changes the plan; of what was seen, only what @changed makes something else of may be another now."""
            nonlocal seen
            plan.ctl(*words)
            plan.publish()
            want = sorted(changed(entry) for entry in seen)
            now = reader.read()
            check(name, differences(now, want) + (['nothing is to change'] if want == seen else []))
            seen = now

        def on(date, then):
            return lambda entry: then(entry) if entry[0] == date + 'T10:00' else entry

        step('a-date-is-moved', on('2026-04-07', lambda entry: ('2026-04-08T14:00', '2026-04-08T15:30', entry[2])),
             'edit', plan.song, '--on', '2026-04-07', '--set', 'start=2026-04-08T14:00', '--set', 'end=2026-04-08T15:30')
        step('a-date-is-cancelled', on('2026-04-14', lambda entry: (*entry[:2], 'CANCELLED: Sang; fælles, glad in B.1')),
             'cancel', plan.song, '--on', '2026-04-14', '--reason', 'Syge')
        step('a-helper-is-found', on('2026-04-21', lambda entry: (*entry[:2], 'Sang; fælles, glad in B.1: Bo and Ea')),
             'assign', plan.singers, plan.bo, '--on', '2026-04-21')
        step('a-person-is-erased', lambda entry: (*entry[:2], entry[2].replace('Bo and Ea', 'Bo').replace(
            ': Ea', ': Volunteer' if entry[0] < TODAY else ': nobody yet')),
             'erase', plan.ea, '--confirm', 'Ea Øster')
    finally:
        reader.close()
        plan.server.terminate()
        plan.server.wait()


if READER == 'evolution' and 'STAFET_IN_SESSION' not in os.environ:
    with tempfile.TemporaryDirectory() as home:
        for name in ('config', 'data', 'cache', 'run'):
            os.mkdir(os.path.join(home, name), 0o700)
        sys.exit(subprocess.run(['dbus-run-session', '--', sys.executable, *sys.argv], check=False, stderr=subprocess.DEVNULL, env={
            **os.environ, 'STAFET_IN_SESSION': '1', 'HOME': home, 'XDG_CONFIG_HOME': home + '/config',
            'XDG_DATA_HOME': home + '/data', 'XDG_CACHE_HOME': home + '/cache', 'XDG_RUNTIME_DIR': home + '/run',
            'TZ': 'Europe/Copenhagen', 'GSETTINGS_BACKEND': 'memory', 'GIO_USE_VFS': 'local'}).returncode)
with tempfile.TemporaryDirectory() as work:
    main(work)
print('1..%d' % number)
