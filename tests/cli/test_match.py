#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Asks `stafetctl match` for what citizens wish for, and holds the answers against what somebody who knows the houses and
associations would name first. Prints TAP. Usage: test_match.py STAFETCTL WISHES.json"""
import json
import os
import subprocess
import sys
import tempfile

CTL, WISHES = sys.argv[1], sys.argv[2]
NOW = '2026-11-24T10:40'
LEAST = 0.9
number = 0


def check(name, problems):
    global number
    number += 1
    print('%s %d - /cli/match/%s' % ('not ok' if problems else 'ok', number, name), flush=True)
    for problem in problems[:40]:
        print('# ' + problem)


def run(store, *words, code=0):
    done = subprocess.run([CTL, '--store', store, '--now', NOW, *words], stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                          text=True, check=False)
    if done.returncode != code:
        sys.exit('Bail out! %s: %d %s' % (' '.join(words)[:200], done.returncode, done.stderr))
    return done


def match(store, wish, *words):
    return json.loads(run(store, 'match', '--wish', wish, *words, '--format', 'json').stdout)


def first_three(store, wish):
    words = ['--' + wish['side']] if 'side' in wish else []
    return match(store, wish['wish'], '--limit', '3', *words)


def golden(stores, wishes):
    """(how many of the expected stand among the first three, how many are expected, sentences)."""
    found = expected = 0
    missed = []
    for wish in wishes:
        titles = [one['title'] for one in first_three(stores[wish.get('store', 'house')], wish)]
        here = sum(title in titles for title in wish['expect'])
        found, expected = found + here, expected + len(wish['expect'])
        if here < len(wish['expect']):
            missed.append('“%s” wants %s, gets %s' % (wish['wish'], wish['expect'], titles))
    return found, expected, missed


with open(WISHES, encoding='utf-8') as file:
    all_wishes = json.load(file)
with tempfile.TemporaryDirectory() as folder:
    stores = {name: os.path.join(folder, name + '.db') for name in ('house', 'municipality')}
    for name, store in stores.items():
        run(store, 'init', '--example', name)
    for part, aside in (('the-wishes-it-was-made-with', False), ('the-wishes-kept-aside', True)):
        if len(sys.argv) > 3 and aside:
            continue
        found, expected, missed = golden(stores, [wish for wish in all_wishes if wish['aside'] == aside])
        print('# %s: %d of %d, %.1f %%' % (part, found, expected, 100 * found / expected))
        check(part, missed if found < LEAST * expected else [])
        if found >= LEAST * expected:
            for line in missed:
                print('# ' + line)
print('1..%d' % number)
