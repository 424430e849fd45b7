#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Enquiries of citizens through stafetctl: what begins them, what is refused, and that on their day nothing of them is left
in the store's own file, nor ever anything in what others read. Prints TAP. Usage: test_enquiries.py STAFETCTL"""
import glob
import json
import os
import subprocess
import sys
import tempfile

CTL = sys.argv[1]
NOW = '2026-11-24T10:40'
NAME, PHONE, WISH, WORDS = 'Gerda Hemmelighus', '13572468', 'Gåmakker kvindfolkeligt langs åen', 'Jamen så ring dog bare'
number = 0


def check(name, problems):
    global number
    number += 1
    print('%s %d - /cli/enquiries/%s' % ('not ok' if problems else 'ok', number, name), flush=True)
    for problem in problems[:20]:
        print('# ' + problem)


def run(*words, now=NOW, code=0):
    done = subprocess.run([CTL, '--store', STORE, '--now', now, *words], stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                          text=True, check=False)
    if code is not None and done.returncode != code:
        sys.exit('Bail out! %s: %d %s' % (' '.join(words)[:200], done.returncode, done.stderr))
    return done


def pairs(**values):
    return [part for key, value in values.items() for part in ('--set', '%s=%s' % (key, value))]


def add(**values):
    return run('add', 'enquiry', *pairs(**values)).stdout.strip()


def show(uid):
    return json.loads(run('show', uid, '--format', 'json').stdout)


def raw():
    """Every byte of the store's own files. Its copies of earlier days go by themselves, in turn."""
    return b''.join(open(path, 'rb').read() for path in glob.glob(STORE + '*') if os.path.isfile(path))


def held(marks):
    data = raw()
    return ['“%s” stands in the store' % mark for mark in marks if mark.encode() in data]


def begins_with_a_step_and_an_end():
    one = show(add(wish='Vil gerne synge'))
    want = {'title': 'Vil gerne synge', 'begun': '2026-11-24', 'delete_on': '2027-05-26', 'next_on': '2026-11-26',
            'name': '', 'side': 'join'}
    return ['%s is “%s”' % (key, one[key]) for key in want if one[key] != want[key]] + \
        (['no step'] if one['next_step'] == '' or one['holder'] == '' else [])


def what_is_refused():
    problems = []
    for values, code in (({'wish': 'x', 'name': NAME}, 2), ({'wish': 'x', 'phone': PHONE}, 2),
                         ({'wish': 'ring 010203-1234'}, 2), ({'wish': 'x' * 10001}, 2),
                         ({'wish': 'x', 'holder': 'Karen', 'contact': 'Henrik Bay'}, 2),
                         ({'wish': 'x', 'delete_on': '2026-11-23'}, 2),
                         ({'wish': 'x', 'consent': '2026-11-25'}, 2)):
        done = run('add', 'enquiry', *pairs(**values), code=None)
        if done.returncode != code or not done.stderr.startswith('stafetctl: '):
            problems.append('%s: %d %s' % (values, done.returncode, done.stderr[:100]))
    uid = add(wish='x', name=NAME, consent='2026-11-24')
    done = run('edit', uid, *pairs(consent=''), code=None)
    if done.returncode == 0:
        problems.append('a name is kept without consent')
    done = run('edit', uid, *pairs(consent='2026-11-25'), code=None)
    if done.returncode != 2:
        problems.append('a consent that is to come: %d %s' % (done.returncode, done.stderr))
    run('edit', uid, *pairs(consent='', name=''))
    run('remove', uid)
    return problems


def who_withdraws_is_forgotten_at_once():
    uid = add(wish=WISH, name=NAME, phone=PHONE, consent='2026-11-24', consent_words=WORDS)
    problems = [] if len(held((NAME, PHONE))) == 2 else ['the marks were never there']
    run('edit', uid, *pairs(consent='', name='', phone='', consent_words=''))
    problems += held((NAME, PHONE, WORDS))
    problems += [] if show(uid)['wish'] == WISH else ['the wish went too']
    run('remove', uid)
    run('undo')
    problems += [] if show(uid)['wish'] == WISH else ['what was removed does not come back the same day']
    run('remove', uid)
    run('upkeep')
    return problems + held((WISH,))


def is_erased_on_its_day():
    kept = add(wish=WISH, name=NAME, phone=PHONE, consent='2026-11-24', consent_words=WORDS, delete_on='2026-12-01')
    run('edit', kept, *pairs(wish='Noget andet', next_step='Ring igen, ' + NAME))
    removed = add(wish=WISH + ' to', name=NAME, consent='2026-11-24', delete_on='2026-12-01')
    run('remove', removed)
    stays = add(wish='Vil gerne danse', delete_on='2026-12-02')
    marks = (NAME, PHONE, WISH, WORDS)
    problems = [] if len(held(marks)) == len(marks) else ['the marks were never there']
    run('upkeep', now='2026-11-30T08:00')
    problems += [] if len(held((NAME, PHONE))) == 2 else ['erased too early']
    said = run('upkeep', now='2026-12-01T08:00').stdout
    problems += held(marks)
    problems += [] if run('show', kept, code=None).returncode == 1 else ['it is still there']
    problems += [] if run('show', stays).returncode == 0 else ['another one went']
    history = run('history', '--limit', '50').stdout
    problems += ['the history says “%s”' % mark for mark in marks if mark in history or mark in said]
    problems += [] if run('undo', code=None, now='2026-12-01T08:01').returncode in (0, 1) and not held(marks) else \
        ['undo brings it back']
    run('check')
    return problems


def backup(name, now=NOW):
    path = os.path.join(os.path.dirname(STORE), name)
    run('backup', path, now=now)
    return path


def no_backup_brings_consent_back():
    """Whichever is restored, in whatever order: also one from before the enquiry was made, and then one from after."""
    before = backup('before.db')
    uid = add(wish=WISH, name=NAME, phone=PHONE, consent='2026-11-24', consent_words=WORDS)
    agreed = backup('agreed.db')
    run('edit', uid, *pairs(consent='', name='', phone='', consent_words=''), now='2026-11-24T10:41')
    withdrawn = backup('withdrawn.db', now='2026-11-24T10:42')
    problems = []
    for minute, step in enumerate((agreed, before, agreed, withdrawn, agreed)):
        run('restore', step, now='2026-11-24T10:4%d' % (minute + 3))
        problems += ['%s: %s' % (os.path.basename(step), one) for one in held((NAME, PHONE, WORDS))]
        if step != before and show(uid)['wish'] != WISH:
            problems.append('%s: the wish went too' % step)
    # What is agreed to anew is not withdrawn by the old withdrawal, whatever was restored in between.
    run('edit', uid, *pairs(consent='2026-11-24', name='Inger Enig'), now='2026-11-24T10:50')
    anew = backup('anew.db', now='2026-11-24T10:51')
    for minute, step in enumerate((agreed, anew, before, anew)):
        run('restore', step, now='2026-11-24T10:5%d' % (minute + 2))
    problems += [] if show(uid)['name'] == 'Inger Enig' else ['what was agreed to anew went']
    run('edit', uid, *pairs(consent='', name=''), now='2026-11-24T10:57')
    run('restore', anew, now='2026-11-24T10:58')
    problems += [] if show(uid)['name'] == '' else ['the second withdrawal did not hold']
    run('remove', uid, now='2026-11-24T10:59')
    run('check')
    return problems


def no_backup_brings_back_what_was_erased():
    """An erasing date that was brought forward, an enquiry that was deleted, and a regular who is no longer to be noted."""
    uid = add(wish=WISH, name=NAME, consent='2026-11-24', consent_words=WORDS)
    deleted = add(wish='Vil gerne være fri', name='Ditte Sletmig', consent='2026-11-24')
    regular = run('add', 'regular', *pairs(name='Viggo Stamgæst', consent='2026-11-24', activity='Banko')).stdout.strip()
    copy = backup('regular.db')
    run('edit', uid, *pairs(delete_on='2026-11-25'))
    run('remove', regular)
    run('remove', deleted)
    run('upkeep', now='2026-11-25T08:00')
    run('restore', copy, now='2026-11-25T09:00')
    problems = held((NAME, WORDS, 'Viggo Stamgæst', 'Ditte Sletmig'))
    for gone in (uid, regular, deleted):
        problems += [] if run('show', gone, code=None, now='2026-11-25T09:01').returncode == 1 else ['%s is back' % gone]
    run('check')
    said = run('restore', copy, '--dry-run', now='2026-11-25T09:02').stdout
    words = ('stays withdrawn', 'forbliver trukket tilbage')
    return problems + ([] if any(one in said for one in words) else ['nothing is said of it: ' + said])


def a_copy_put_in_the_place_of_the_store_brings_nothing_back():
    """Nobody restored it: the day's upkeep looks."""
    uid = add(wish=WISH, name=NAME, phone=PHONE, consent='2026-11-24')
    copy = backup('copied.db')
    run('edit', uid, *pairs(consent='', name='', phone=''), now='2026-11-24T10:41')
    for path in glob.glob(STORE + '-*'):
        os.unlink(path)
    with open(copy, 'rb') as source, open(STORE, 'wb') as target:
        target.write(source.read())
    problems = [] if len(held((NAME, PHONE))) == 2 else ['the marks were never there']
    run('upkeep', now='2026-11-24T10:45')
    return problems + held((NAME, PHONE))


def to_take_back_that_somebody_agreed_is_to_withdraw_it():
    uid = add(wish='Vil gerne sejle')
    run('edit', uid, *pairs(consent='2026-11-24', name=NAME, phone=PHONE), now='2026-11-24T11:00')
    change = json.loads(run('history', '--limit', '1', '--format', 'json').stdout)[0]
    run('undo', '--change', str(change['id']), now='2026-11-24T11:05')
    return held((NAME, PHONE)) + ([] if show(uid)['consent'] == '' else ['the consent is there'])


def nothing_of_it_is_published():
    marks = (NAME, PHONE, WISH, WORDS)
    add(wish=WISH, name=NAME, phone=PHONE, consent='2026-11-24', consent_words=WORDS, title=WISH)
    folder = os.path.join(os.path.dirname(STORE), 'out')
    run('publish', folder)
    house = next(one for one in json.loads(run('list', 'house', '--format', 'json').stdout) if one['kind'] == 'community')
    run('export', 'ics', '--house', house['uid'], '--exchange', '-o', os.path.join(folder, 'exchange.ics'))
    problems = []
    for path in glob.glob(os.path.join(folder, '*')):
        data = open(path, 'rb').read()
        problems += ['%s says “%s”' % (os.path.basename(path), mark) for mark in marks if mark.encode() in data]
    return problems if len(os.listdir(folder)) > 10 else ['nothing was published']


with tempfile.TemporaryDirectory() as work:
    STORE = os.path.join(work, 'stafet.db')
    run('init', '--example', 'house')
    check('begins-with-a-step-and-an-end', begins_with_a_step_and_an_end())
    check('what-is-refused', what_is_refused())
    check('who-withdraws-is-forgotten-at-once', who_withdraws_is_forgotten_at_once())
    check('is-erased-on-its-day', is_erased_on_its_day())
    check('no-backup-brings-consent-back', no_backup_brings_consent_back())
    check('no-backup-brings-back-what-was-erased', no_backup_brings_back_what_was_erased())
    check('a-copy-in-the-place-of-the-store-brings-nothing-back',
          a_copy_put_in_the_place_of_the_store_brings_nothing_back())
    check('to-take-back-that-somebody-agreed-is-to-withdraw-it', to_take_back_that_somebody_agreed_is_to_withdraw_it())
    check('nothing-of-it-is-published', nothing_of_it_is_published())
print('1..%d' % number)
