#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds the page for every member of staff against the program: both rank alike, with the same reasons, and the golden
wishes find what is expected of the public page. Prints TAP. Usage: test_smith.py STAFETCTL WISHES.json"""
import datetime
import json
import os
import random
import re
import subprocess
import sys
import tempfile

CTL, WISHES = sys.argv[1:3]
HERE = os.path.dirname(os.path.abspath(__file__))
DAY = '2026-11-24'
MOST = 12
LEAST = 0.9
PARTS = {1: 'formiddag', 2: 'eftermiddag', 4: 'aften', 8: 'weekend'}
number = 0


def check(name, problems):
    global number
    number += 1
    print('%s %d - /publish/smith/%s' % ('not ok' if problems else 'ok', number, name), flush=True)
    for problem in problems[:20]:
        print('# ' + str(problem)[:2000])


def ctl(*words, now=DAY + 'T10:40'):
    done = subprocess.run([CTL, '--store', STORE, '--now', now, *words], stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                          text=True, check=False)
    if done.returncode != 0:
        sys.exit('Bail out! %s: %d %s' % (' '.join(words)[:200], done.returncode, done.stderr))
    return done.stdout


def wish_of(text, side='', parts=0, postcode='', price=None, lift=False, company=False, now=640):
    return {'text': text, 'side': side, 'parts': parts, 'postcode': postcode, 'price': price, 'lift': lift,
            'company': company, 'now': now, 'most': MOST}


def of_program(wish):
    words = ['match', '--public', '--wish', wish['text'], '--limit', str(MOST), '--format', 'json']
    words += ['--' + wish['side']] if wish['side'] in ('join', 'give') else []
    words += ['--join', '--give'] if wish['side'] == 'both' else []
    words += ['--when', PARTS[wish['parts']]] if wish['parts'] else []
    words += ['--postcode', wish['postcode']] if wish['postcode'] else []
    words += ['--price', str(wish['price'])] if wish['price'] is not None else []
    words += ['--lift'] if wish['lift'] else []
    words += ['--company'] if wish['company'] else []
    moment = datetime.datetime.fromisoformat(DAY) + datetime.timedelta(minutes=wish['now'])
    return [{key: one[key] for key in ('kind', 'title', 'detail', 'metres', 'reasons')}
            for one in json.loads(ctl(*words, now=moment.isoformat()[:16]))]


def of_page(wishes):
    with open(ASKED, 'w', encoding='utf-8') as file:
        json.dump(wishes, file)
    done = subprocess.run(['gjs', os.path.join(HERE, 'smith.js'), PAGE, ASKED], stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE, text=True, check=False)
    if done.returncode != 0:
        sys.exit('Bail out! gjs: ' + done.stderr)
    return json.loads(done.stdout)


def differences(wishes):
    problems = []
    for wish, page in zip(wishes, of_page(wishes)):
        program = of_program(wish)
        if page['matches'] != program:
            at = next((i for i in range(MOST) if page['matches'][i:i + 1] != program[i:i + 1]))
            problems.append('%s, line %d: the page says %s, the program %s'
                            % (wish, at, page['matches'][at:at + 1], program[at:at + 1]))
    return problems


def random_wish(chance, golden):
    words = ' '.join(one['wish'] for one in golden).split()
    text = ' '.join(chance.choice(words) for _ in range(chance.randrange(0, 9)))
    if text and chance.random() < 0.3:
        at = chance.randrange(len(text))
        text = text[:at] + chance.choice('aeoxæ-ÅÉß ñЖ') + text[at + 1:]
    return wish_of(text, chance.choice(['', 'join', 'give', 'both']), chance.choice([0, 0, 0, 1, 2, 4, 8]),
                   chance.choice(['', '', '8000', '8260', '8541']), chance.choice([None, None, 0, 30, 60]),
                   chance.random() < 0.2, chance.random() < 0.2, chance.choice([0, 640, 1439, 2000, 9000]))


def golden_first(golden):
    """On the public page there are no shifts: what the wishes of those who join expect."""
    joins = [one for one in golden if one.get('store', 'house') == 'house' and one.get('side') != 'give']
    found = expected = 0
    missed = []
    for one, page in zip(joins, of_page([wish_of(one['wish'], one.get('side', '')) for one in joins])):
        titles = [match['title'] for match in page['matches'][:3]]
        wanted = [title for title in one['expect'] if '/' not in title]
        here = sum(title in titles for title in wanted)
        found, expected = found + here, expected + len(wanted)
        if here < len(wanted):
            missed.append('“%s” wants %s, gets %s' % (one['wish'], wanted, titles))
    print('# %d of %d among the first three' % (found, expected))
    return [] if expected > 60 and found >= LEAST * expected else missed


def make(example):
    global STORE
    STORE = os.path.join(FOLDER, example + '.db')
    ctl('init', '--example', example)
    ctl('export', 'netvaerkssmed', '-o', PAGE)


def page_text():
    with open(PAGE, encoding='utf-8') as file:
        return file.read()


def private_words(page):
    """Whom nobody may read of: volunteers, who put up a notice, enquiries, and notices that are not public."""
    problems = []
    for volunteer in json.loads(ctl('list', 'volunteer', '--format', 'json')):
        if volunteer['name'] in page or (volunteer.get('phone') and volunteer['phone'] in page.replace(' ', '')):
            problems.append(volunteer['name'])
    for notice in json.loads(ctl('list', 'notice', '--format', 'json')):
        if notice['contact'] in page or (not notice['public'] and '"title":"%s"' % notice['title'] in page):
            problems.append(notice['title'])
    return problems


with open(WISHES, encoding='utf-8') as file:
    golden = json.load(file)
with tempfile.TemporaryDirectory() as FOLDER:
    PAGE, ASKED = os.path.join(FOLDER, 'netvaerkssmed.html'), os.path.join(FOLDER, 'asked.json')
    chance = random.Random(26)
    make('house')
    check('golden-wishes-are-answered-as-by-the-program', differences([wish_of(one['wish'], one.get('side', '')) for one in golden]))
    check('golden-wishes-find-what-is-public', golden_first(golden))
    check('any-wish-is-answered-as-by-the-program', differences([random_wish(chance, golden) for _ in range(80)]))
    page = page_text()
    check('nobody-private-stands-in-it', private_words(page))
    check('nothing-is-fetched', re.findall(r'(?:src|href)="(?!tel:)[^"]*"|url\(|@import|fetch\(|XMLHttp|https?://', page))
    ctl('export', 'netvaerkssmed', '-o', PAGE)
    check('its-bytes-hang-on-store-and-day', [] if page_text() == page else ['another page'])
    asked = ['010190-1234', '0101901234', '010190 1234', '320190-1234', '8612 3456 78', 'ring 86123456']
    check('cpr-numbers-are-known', [] if of_page([{'cpr': one} for one in asked]) == [True, True, True, False, False, False]
          else of_page([{'cpr': one} for one in asked]))
    hostile = '</script><b>&amp;"Kor\u2028'
    ctl('add', 'offer', '--set', 'title=' + hostile, '--set', 'organiser=GENLYD Aarhus', '--set', 'text=' + hostile)
    ctl('export', 'netvaerkssmed', '-o', PAGE)
    found = of_page([wish_of('kor')])[0]['matches']
    check('hostile-text-stays-text', [] if page_text().count('</script>') == 2 and any(one['title'].startswith('</script><b>&amp;') for one in found)
          else [page_text().count('</script>'), found])
    make('municipality')
    print('# %d bytes' % len(page_text().encode()))
    check('a-town-is-answered-as-by-the-program',
          differences([wish_of(one['wish'], one.get('side', '')) for one in golden[::6]]
                      + [random_wish(chance, golden) for _ in range(15)]))
print('1..%d' % number)
