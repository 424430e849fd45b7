#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads exported calendars with python3-icalendar and holds them against `stafetctl agenda` over a year.

The small world has a night shift through both daylight-saving nights, stops in two wards, cancelled, moved
and fortnightly dates. Prints TAP. Usage: judge.py STAFETCTL
"""
import datetime
import json
import os
import subprocess
import sys
import tempfile

try:
    import icalendar
except ImportError:
    print('1..0 # SKIP python3-icalendar is not installed')
    sys.exit(0)

CTL = sys.argv[1]
TODAY = '2026-03-24'
FROM, TO = '2026-02-23', '2027-04-25'  # the default window of that week
number = 0


def ctl(*arguments, **environment):
    """Runs stafetctl and returns what it printed, as bytes."""
    done = subprocess.run([CTL, '--store', STORE, '--today', TODAY, *arguments], stdout=subprocess.PIPE,
                          env={**os.environ, **environment}, check=False)
    if done.returncode != 0:
        sys.exit('Bail out! stafetctl %s: exit %d' % (' '.join(arguments), done.returncode))
    return done.stdout


def add(record_kind, /, **values):
    arguments = [part for pair in values.items() for part in ('--set', '%s=%s' % pair)]
    return ctl('add', record_kind, *arguments).decode().split()[-1]


def check(name, problems):
    """One TAP line; @problems is a list of sentences, empty when all is well."""
    global number
    number += 1
    print('%s %d - /publish/judge/%s' % ('not ok' if problems else 'ok', number, name))
    for problem in problems[:10]:
        print('# ' + problem)
    return not problems


def wall(moment):
    """The local wall time that an icalendar date-time stands for."""
    return moment.replace(tzinfo=None).strftime('%Y-%m-%dT%H:%M')


def events_of(data):
    """UID → (start, end, summary) of a calendar, without its placeholder."""
    found = {}
    for event in icalendar.Calendar.from_ical(data).walk('VEVENT'):
        start, end = event['DTSTART'].dt, event['DTEND'].dt
        if isinstance(start, datetime.datetime):
            found[str(event['UID'])] = (wall(start), wall(end), str(event['SUMMARY']))
    return found


def expected(agenda, own_stop):
    """The same of an agenda: stops in place of entries that have them, no cancelled dates of past weeks."""
    monday = '2026-03-23'
    found = {}
    for entry in agenda:
        if entry['status'] == 'cancelled' and entry['start'][:10] < monday:
            continue
        uid = '%s-%s' % (entry['series'], entry['original_date'].replace('-', ''))
        stops = [stop for stop in entry.get('stops', []) if own_stop(stop)]
        for stop in stops:
            found['%s-%s@stafet' % (uid, stop['stop'])] = (stop['start'], stop['end'], entry)
        if not stops:
            found[uid + '@stafet'] = (entry['start'], entry['end'], entry)
    return found


def names_missing(agenda_entry, summary):
    """Those who are promised and not named in a summary at the first-name level."""
    people = [place for shift in agenda_entry['shifts'] for place in shift['places']
              if place['state'] != 'asked' and place['kind'] == 'volunteer']
    return [place['name'] for place in people if place['name'].split()[0] not in summary]


def compare(got, want):
    problems = ['missing ' + uid for uid in want.keys() - got.keys()]
    problems += ['not in the agenda: ' + uid for uid in got.keys() - want.keys()]
    for uid in sorted(got.keys() & want.keys()):
        start, end, summary = got[uid]
        entry = want[uid][2]
        if (start, end) != want[uid][:2]:
            problems.append('%s is %s-%s, not %s-%s' % (uid, start, end, *want[uid][:2]))
        if entry['title'] not in summary:
            problems.append('%s says “%s”' % (uid, summary))
        if (entry['status'] == 'cancelled') != summary.startswith('AFLYST: '):
            problems.append('%s is %s and says “%s”' % (uid, entry['status'], summary))
    return problems


def judge(name, option, who, own_stop):
    data = ctl('export', 'ics', option, who, '--names', 'first', '-o', '-')
    agenda = json.loads(ctl('agenda', '--from', FROM, '--to', TO, option, who, '--format', 'json'))
    got, want = events_of(data), expected(agenda, own_stop)
    check('%s-equals-the-agenda-over-a-year' % name, compare(got, want) or ([] if len(got) > 50 else ['too few']))
    return got, want


with tempfile.TemporaryDirectory() as folder:
    STORE = os.path.join(folder, 'stafet.db')
    subprocess.run([CTL, '--store', STORE, '--today', TODAY, 'init'], stdout=subprocess.DEVNULL, check=True)
    home = add('house', name='Møllestien', kind='community', phone='13245671')
    nursing = add('house', name='Plejehjem Skovvang', kind='nursing')
    b1, b2 = add('ward', name='B.1', house=nursing), add('ward', name='B.2', house=nursing)
    lis, bo = add('volunteer', name='Lis Bæk'), add('volunteer', name='Bo Åkjær')
    night = add('activity', title='Vågetjeneste', house=home, ward=b1, start='2026-03-07T22:00',
                end='2026-03-08T06:00', rule='FREQ=WEEKLY')
    watch = add('shift', role='Våger', wanted='2', activity=night)
    song = add('activity', title='Sang; fælles, glad', house=home, start='2026-03-03T10:00',
               end='2026-03-03T12:00', rule='FREQ=WEEKLY', holidays='cancel')
    add('stop', activity=song, ward=b1, from_minute='0', to_minute='45')
    add('stop', activity=song, ward=b2, from_minute='60', to_minute='105')
    add('activity', title='Banko', house=home, ward=b2, start='2026-01-08T14:00', end='2026-01-08T16:00',
        rule='FREQ=WEEKLY', parity='even')
    early = add('activity', title='Tidlig runde', house=home, ward=b1, start='2026-03-01T01:30',
                end='2026-03-01T04:30', rule='FREQ=WEEKLY')
    ctl('assign', watch, lis, '--standing')
    ctl('assign', watch, bo, '--on', '2026-10-24')
    add('closure', ward=b2, **{'from': '2026-06-02', 'to': '2026-06-20', 'text': 'Smitte på afdelingen'})
    ctl('edit', night, '--set', 'make_ready=Kaffe på kanden')

    got, want = judge('ward', '--ward', b1, lambda stop: stop['ward'] == b1)
    check('the-promised-are-named', ['%s does not name %s' % (uid, person) for uid in got.keys() & want.keys()
                                     if want[uid][2]['status'] != 'cancelled'
                                     for person in names_missing(want[uid][2], got[uid][2])])
    judge('nursing-home', '--house', nursing, lambda stop: True)
    judge('own', '--volunteer', lis, lambda stop: True)

    data = ctl('export', 'ics', '--ward', b1, '--names', 'first', '-o', '-')
    lengths = {}
    for event in icalendar.Calendar.from_ical(data).walk('VEVENT'):
        uid = str(event['UID'])
        if uid.startswith(night):
            utc = event['DTEND'].dt.astimezone(datetime.timezone.utc) - \
                event['DTSTART'].dt.astimezone(datetime.timezone.utc)
            lengths[uid[len(night) + 1:-7]] = utc.total_seconds() / 3600
    check('both-daylight-saving-nights-have-their-real-hours',
          ['%s has %s hours' % (date, lengths.get(date)) for date, hours in
           (('20260328', 7), ('20261024', 9), ('20260321', 8)) if lengths.get(date) != hours])
    again = [ctl('export', 'ics', '--ward', b1, '--names', 'first', '-o', '-', TZ=zone, LANG=lang, LC_ALL=lang)
             for zone, lang in (('America/New_York', 'C'), ('Asia/Tokyo', 'en_US.UTF-8'))]
    check('bytes-do-not-depend-on-zone-or-locale', [] if all(other == data for other in again) else ['they do'])
    print('1..%d' % number)
