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
    # Without translations: what is said is held to as it stands in the source.
    done = subprocess.run([CTL, '--store', store, '--now', NOW, *words], stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                          text=True, check=False, env={**os.environ, 'STAFET_LOCALE_DIR': os.path.dirname(store)})
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


def whole(store):
    """What answers of a sort whatever is asked; what does not say so in words, and nothing else."""
    def heads(*words):
        done = run(store, 'match', '--wish', *words)
        return done.stdout.splitlines()[:2], done.stderr

    problems = []

    def holds(what, good):
        if not good:
            problems.append(what)
    first, _ = heads('')
    holds('an empty wish is answered by what is open to all', 'nothing yet' in first[1])
    for wish in ('blaablå', '???', '👵🏽', ' \t ', 'x' * 10000):
        first, told = heads(wish)
        holds('%r is answered by what is open to all: %s' % (wish[:9], first), 'open to everybody' in first[1] and not told)
    first, told = heads('gå tur', '--postcode', '99999')
    holds('an unknown postcode is told: %r' % told, 'Where the postcode 99999 is, nobody here knows' in told and first[0])
    first, _ = heads('gå tur', '--join', '--give')
    holds('both sides are both: %s' % first, first[0] == 'Wants to join something, and to do something for others')
    kinds = {one['kind'] for one in match(store, 'spille kort', '--join', '--give', '--limit', '40')}
    holds('both sides are found: %s' % kinds, {'activity', 'shift'} <= kinds)
    for words, said in ((['x' * 10001], 'longer than 10000 characters'),
                        (['en med nummeret 010203-1234'], 'shaped like a CPR number'),
                        (['gå tur', '--when', 'aldrig'], '“aldrig” names no time'),
                        (['gå tur', '--when', ''], 'names no time'),
                        (['gå tur', '--price', 'gratis'], 'is no price'),
                        (['gå tur', '--house', 'Ingensteds'], 'Ingensteds')):
        told = run(store, 'match', '--wish', *words, code=1 if '--house' in words else 2).stderr
        holds('%s is refused in words: %s' % (words[-1][:20], told), said in told)
    told = run(store, 'match', code=2).stderr
    holds('without a wish: ' + told, '--wish TEXT' in told)
    return problems


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
    check('whatever-is-asked-is-answered-in-words', whole(stores['municipality']))
print('1..%d' % number)
