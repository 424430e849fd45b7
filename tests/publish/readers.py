#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds what calendars come to against python3-recurring-ical-events, which expands them by other means.

Once what Stafet reads of calendars that others made: every combination of how dates, zones, rules, exceptions
and overrides are written. Once what others read of the exchange of a house, which must be its agenda. Both
over more than a year, with the nights in which the clock is set and with week 53.
Prints TAP. Usage: readers.py STAFETCTL
"""
import datetime
import json
import os
import subprocess
import sys
import tempfile
import zoneinfo

try:
    import icalendar
    import recurring_ical_events
except ImportError:
    print('1..0 # SKIP python3-recurring-ical-events is not installed')
    sys.exit(0)

CTL = sys.argv[1]
HERE = zoneinfo.ZoneInfo('Europe/Copenhagen')
FROM, TO = '2025-11-24', '2027-11-28'
number = 0


def ctl(*arguments):
    done = subprocess.run([CTL, *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False)
    if done.returncode != 0:
        sys.exit('Bail out! stafetctl %s: %s' % (' '.join(arguments), done.stderr.decode()))
    return done.stdout.decode()


def check(name, problems):
    """One TAP line; @problems is a list of sentences, empty when all is well."""
    global number
    number += 1
    print('%s %d - /publish/readers/%s' % ('not ok' if problems else 'ok', number, name), flush=True)
    for problem in problems[:10]:
        print('# ' + problem)


def wall(moment):
    """What the clock here shows; a date stays one. Through UTC, which also moves what a spring night skips."""
    if not isinstance(moment, datetime.datetime):
        return moment.isoformat()
    if moment.tzinfo is not None:
        moment = moment.astimezone(datetime.timezone.utc).astimezone(HERE)
    return moment.strftime('%Y-%m-%dT%H:%M')


def theirs(path):
    """(uid, start, end, title, cancelled) of every instance, as the other reader finds them."""
    with open(path, 'rb') as file:
        calendar = icalendar.Calendar.from_ical(file.read())
    first, last = datetime.date.fromisoformat(FROM), datetime.date.fromisoformat(TO)
    day = datetime.timedelta(1)
    found = {(str(event['UID']), wall(event['DTSTART'].dt), wall(event['DTEND'].dt), str(event['SUMMARY']),
              event.get('STATUS') == 'CANCELLED')
             for event in recurring_ical_events.of(calendar).between(first - day, last + 3 * day)}
    return {instance for instance in found if FROM <= instance[1][:10] <= TO}


def ours(path):
    answer = json.loads(ctl('agenda', '--file', path, '--from', FROM, '--to', TO, '--format', 'json'))
    return {(e['uid'], e['start'], e['end'], e['title'], e['status'] == 'cancelled') for e in answer}


def differences(a, b, least):
    problems = ['only here: %s' % (instance,) for instance in sorted(a - b)]
    problems += ['only there: %s' % (instance,) for instance in sorted(b - a)]
    return problems or ([] if len(a) >= least else ['only %d instances were compared' % len(a)])


# ——— Calendars that others made ———

# How a start is written: its property, hours it lies before local time, and the form of its dates.
FORMS = {'zoned': ';TZID=Europe/Copenhagen:%s', 'west': ';TZID=America/New_York:%s',
         'east': ';TZID=Asia/Kolkata:%s', 'utc': ':%sZ', 'floating': ':%s', 'all-day': ';VALUE=DATE:%s'}
RULES = ('DAILY;COUNT=40', 'DAILY;INTERVAL=3;COUNT=30', 'DAILY;BYMONTH=3,10;COUNT=70', 'WEEKLY', 'WEEKLY;COUNT=30',
         'WEEKLY;INTERVAL=2', 'WEEKLY;INTERVAL=2;WKST=SU;BYDAY=SU,TU', 'WEEKLY;BYDAY=MO,WE,SA;COUNT=60',
         'MONTHLY', 'MONTHLY;BYMONTHDAY=31', 'MONTHLY;BYMONTHDAY=-2', 'MONTHLY;BYDAY=2TU', 'MONTHLY;BYDAY=-1SU',
         'MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1', 'MONTHLY;BYDAY=FR;BYMONTHDAY=13', 'YEARLY',
         'YEARLY;BYMONTH=11;BYDAY=-1TH', 'YEARLY;BYYEARDAY=100,-1', 'YEARLY;BYWEEKNO=53;BYDAY=MO,SU',
         'YEARLY;BYWEEKNO=1;BYDAY=MO,FR', 'YEARLY;BYWEEKNO=20,-2;BYDAY=TU')
# The last ones are beside the hours in which the clock is set, here or in the west.
STARTS = ('20260105T101500', '20251228T223000', '20260328T033000', '20261024T003000')
# In the hour that the spring night skips. The other reader takes the second of the two hours that the autumn night
# has, where RFC 5545 says the first (§3.3.5), so that rules do not go there.
SKIPPED = '20260328T023000'


def dated(form, start, weeks=0, minutes=0):
    moment = datetime.datetime.strptime(start, '%Y%m%dT%H%M%S') + datetime.timedelta(weeks=weeks, minutes=minutes)
    return FORMS[form] % moment.strftime('%Y%m%d' if form == 'all-day' else '%Y%m%dT%H%M%S')


def event(uid, title, form, start, *lines, weeks=0, minutes=0):
    length = 2 * 24 * 60 if form == 'all-day' else 75
    return ['BEGIN:VEVENT', 'UID:' + uid, 'SUMMARY:' + title, 'DTSTART' + dated(form, start, weeks, minutes),
            'DTEND' + dated(form, start, weeks, minutes + length), *lines, 'END:VEVENT']


def rules_in_every_form():
    for form in FORMS:
        for n_start, start in enumerate(STARTS):
            for n_rule, rule in enumerate(RULES):
                yield event('%s-%d-%d' % (form, n_start, n_rule), rule, form, start, 'RRULE:FREQ=' + rule)
        if form != 'floating':  # for which the other reader sets no clock
            yield event(form + '-skipped', 'Nat', form, SKIPPED, 'RRULE:FREQ=DAILY;COUNT=5')


def exceptions_in_every_form():
    for form in FORMS:
        for start in STARTS[:2]:
            uid = '%s-%s' % (form, start)
            weekly = 'RRULE:FREQ=WEEKLY;COUNT=30'
            one, two, three = (dated(form, start, weeks) for weeks in (2, 3, 14))
            yield event(uid + '-lists', 'Uden', form, start, weekly, 'EXDATE' + one + ',' + two.split(':')[1],
                        'EXDATE' + three)
            yield event(uid + '-first', 'Uden den første', form, start, weekly, 'EXDATE' + dated(form, start))
            yield event(uid + '-added', 'Med', form, start, weekly,
                        'RDATE' + dated(form, start, 1, 2880) + ',' + dated(form, start, 2, 4320).split(':')[1],
                        'RDATE' + one)
            yield event(uid + '-moved', 'Flyttes', form, start, weekly)
            yield event(uid + '-moved', 'Flyttet', form, start, 'RECURRENCE-ID' + one, weeks=2, minutes=1440)
            yield event(uid + '-moved', 'Aflyst', form, start, 'RECURRENCE-ID' + three, 'STATUS:CANCELLED', weeks=14)
            yield event(uid + '-moved', 'Flyttet langt', form, start, 'RECURRENCE-ID' + two, weeks=150)


def calendars_of_others_come_to_the_same(folder):
    for name, events, least in (('rules-in-every-form', rules_in_every_form(), 9000),
                                ('exceptions-in-every-form', exceptions_in_every_form(), 1000)):
        path = os.path.join(folder, name + '.ics')
        lines = ['BEGIN:VCALENDAR', 'VERSION:2.0', *(line for one in events for line in one), 'END:VCALENDAR', '']
        with open(path, 'wb') as file:
            file.write('\r\n'.join(lines).encode())
        check(name + '-come-to-the-same', differences(ours(path), theirs(path), least))


# ——— The exchange of a house ———

def exchange_is_the_agenda(folder):
    at = ['--store', os.path.join(folder, 'stafet.db'), '--today', '2026-11-24']

    def add(record_kind, /, **values):
        settings = [part for pair in values.items() for part in ('--set', '%s=%s' % pair)]
        return ctl(*at, 'add', record_kind, *settings).split()[-1]

    def weekly(title, start, end, **values):
        return add('activity', title=title, house=house, start=start, end=end, **{'rule': 'FREQ=WEEKLY', **values})

    ctl(*at, 'init')
    house = add('house', name='Møllestien', kind='community')
    night = weekly('Vågetjeneste', '2025-12-06T22:00', '2025-12-07T06:00')
    early = weekly('Tidlig runde', '2025-12-07T01:30', '2025-12-07T04:30')
    weekly('Lige uger', '2026-01-08T14:00', '2026-01-08T16:00', parity='even')
    weekly('Hver 14. dag', '2026-01-08T10:00', '2026-01-08T11:00', rule='FREQ=WEEKLY;INTERVAL=2')
    weekly('Helligdage', '2026-03-02T09:00', '2026-03-02T10:00', rule='FREQ=WEEKLY;BYDAY=MO,TH', holidays='cancel')
    weekly('Sidste hverdag', '2026-01-30T10:00', '2026-01-30T11:00',
           rule='FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1')
    ctl(*at, 'cancel', night, '--on', '2026-10-24', '--reason', 'Sygdom')
    ctl(*at, 'edit', early, '--on', '2027-03-28', '--set', 'start=2027-03-28T04:00', '--set', 'end=2027-03-28T06:00')
    path = os.path.join(folder, 'exchange.ics')
    ctl(*at, 'export', 'ics', '--house', house, '--exchange', '-o', path)
    agenda = json.loads(ctl(*at, 'agenda', '--house', house, '--from', FROM, '--to', TO, '--format', 'json'))
    plan = {(e['start'], e['end'], e['title'], e['status'] == 'cancelled') for e in agenda}
    check('the-exchange-of-a-house-is-its-agenda', differences(plan, {i[1:] for i in theirs(path)}, 400))
    check('the-exchange-of-a-house-is-read-back', differences(plan, {i[1:] for i in ours(path)}, 400))


with tempfile.TemporaryDirectory() as temporary:
    calendars_of_others_come_to_the_same(temporary)
    exchange_is_the_agenda(temporary)
    print('1..%d' % number)
