#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads the sheets of stafetctl print back with poppler: what they say and to whom, and how they lie on the page."""
import html
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import traceback

program = sys.argv[1]
folder = tempfile.mkdtemp(prefix='stafet-paper-')
counter = 0
NOW = {'STAFET_NOW': '2026-11-24T10:40'}
MARGIN, WIDTH, HEIGHT = 36.0, 595.276, 841.89
PRIVATE = ['Zebrasen', 'Yvonnesen', 'Qvistgaardsen', 'Żółć', 'Skjultsen', '13583142', '13 58 31 42', '13402218',
           '13 40 22 18', 'Fjordvej', '8541', 'hemmelig', 'lis@']
LONG = 'Fællesspisning med gæster fra ægte æblehaver, røde grødfade og Åge på harmonika'
assert len(LONG) >= 79


def read(*command):
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False)
    assert done.returncode == 0, (command, done.stderr.decode())
    return done.stdout.decode()


class Store:
    def __init__(self, *example):
        global counter
        counter += 1
        self.folder = os.path.join(folder, '%d' % counter)
        self.path = os.path.join(self.folder, 'stafet.db')
        self.printed = 0
        self.good('init', *example)

    def run(self, *words, env=None):
        return subprocess.run([program, '--store', self.path] + list(words), stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE, env={**os.environ, **NOW, **(env or {})}, check=False)

    def good(self, *words, env=None):
        done = self.run(*words, env=env)
        assert done.returncode == 0, (words, done.returncode, done.stderr.decode())
        return done.stdout.decode().strip()

    def add(self, what, /, **keys):
        pairs = [word for key, value in keys.items() for word in ('--set', '%s=%s' % (key.rstrip('_'), value))]
        return self.good('add', what, *pairs)

    def sheet(self, kind, *words, env=None):
        self.printed += 1
        path = os.path.join(self.folder, '%s-%d.pdf' % (kind, self.printed))
        self.good('print', kind, *words, '-o', path, env=env)
        return Pdf(path)


class Pdf:
    def __init__(self, path):
        self.path = path
        self.info = dict(re.findall(r'^([^:]+): +(.*)$', read('pdfinfo', path), re.M))
        self.n_pages = int(self.info['Pages'])
        self.text = read('pdftotext', '-layout', path, '-')
        self.spoken = ' '.join(re.findall(r'^ *"(.*)"$', read('pdfinfo', '-struct-text', path), re.M))
        self.structure = read('pdfinfo', '-struct', path)
        self.found = None

    def page(self, number):
        return read('pdftotext', '-layout', '-f', str(number), '-l', str(number), self.path, '-')

    def words(self):
        """(page, x, y, right, bottom, word) of every word."""
        if self.found is not None:
            return self.found
        found = self.found = []
        pages = read('pdftotext', '-bbox', self.path, '-').split('<page ')[1:]
        for number, page in enumerate(pages, 1):
            for box in re.findall(r'<word xMin="([^"]+)" yMin="([^"]+)" xMax="([^"]+)" yMax="([^"]+)">(.*?)</word>', page):
                found.append((number, *map(float, box[:4]), html.unescape(box[4])))
        return found

    def sizes(self):
        """(size in points, left, top, text) of every run."""
        data = read('pdftohtml', '-xml', '-zoom', '1', '-i', '-stdout', self.path)
        fonts = {key: int(size) for key, size in re.findall(r'<fontspec id="(\d+)" size="(\d+)"', data)}
        runs = re.findall(r'<text top="(-?\d+)" left="(-?\d+)"[^>]* font="(\d+)">(.*?)</text>', data)
        return [(fonts[font], int(left), int(top), re.sub('<[^>]+>', '', text)) for top, left, font, text in runs]

    def in_order(self, *parts):
        at = 0
        for part in parts:
            assert part in self.spoken[at:], (part, self.spoken[at:at + 400])
            at = self.spoken.index(part, at) + len(part)


# ——— Stores ———

def house(store, **more):
    store.add('area', name='Midt')
    store.add('house', name='Folkehuset Møllestien', kind='community', address='Grønnegade 10', postcode='8000',
              town='Aarhus C', phone='13880010', area='Midt', **more)
    store.add('house', name='Plejehjem Skovvang', kind='nursing', area='Midt')
    store.add('ward', name='B.1', house='Plejehjem Skovvang')
    store.add('ward', name='B.2', house='Plejehjem Skovvang')
    store.add('room', name='Store sal', house='Folkehuset Møllestien')
    store.add('room', name='Caféen', house='Folkehuset Møllestien')
    store.add('contact', name='Karen Holm', role='daglig leder', phone='13245671', house='Folkehuset Møllestien',
              public='yes')
    store.add('contact', name='Ikke Offentlig', role='vicevært', phone='13990011', house='Folkehuset Møllestien')
    store.add('contact', name='Pia Lauge', role='sygeplejerske', ward='B.1', phone='13770011')


def people(store):
    store.add('volunteer', name='Lis Zebrasen', phones='13583142, 13402218', mail='lis@post.example',
              address='Fjordvej 3', postcode='8541', note='hemmelig note', call_when='efter kl. 16',
              houses='Folkehuset Møllestien')
    store.add('volunteer', name='Bent Yvonnesen')
    store.add('volunteer', name='Åse Qvistgaardsen')
    store.add('volunteer', name='Łukasz Żółć')
    store.add('volunteer', name='Ane Skjultsen', protected='yes', phones='13111111')
    store.add('organiser', name='Sangvennerne', phone='13990000')


def activity(store, title, day, start, end, **more):
    return store.add('activity', title=title, house='Folkehuset Møllestien', start='2026-11-%02dT%s' % (day, start),
                     end='2026-11-%02dT%s' % (day, end), **more)


def small():
    """A week with one of everything."""
    store = Store()
    house(store, hours='hverdage kl. 8.30–16')
    people(store)
    activity(store, 'Krolf', 23, '10:00', '12:00', rule='FREQ=WEEKLY', price='kr. 20,-', doors_open='9.30',
             meeting_place='Indgangen', organiser='Sangvennerne', room='Store sal', public_text='Tag sko med',
             volunteer_text='Nøglen hænger bag døren', note='Kuglerne er lånt')
    store.add('shift', role='Vært', wanted='5', max='9', activity='Krolf')
    for name in ('Lis Zebrasen', 'Bent Yvonnesen', 'Łukasz Żółć', 'Ane Skjultsen'):
        store.good('assign', 'Vært', name, '--standing')
    activity(store, 'Banko', 24, '14:00', '16:00', room='Store sal')
    store.good('cancel', 'Banko', '--on', '2026-11-24', '--reason', 'Opråberen er syg')
    activity(store, 'Sorggruppe', 25, '10:00', '12:00', room='Caféen', visibility='occupied', price='kr. 5,-')
    activity(store, 'Personalemøde', 25, '13:00', '14:00', room='Caféen', visibility='hidden')
    activity(store, 'Dans', 26, '10:00', '11:00', room='Store sal')
    store.good('edit', 'Dans', '--on', '2026-11-26', '--set', 'start=2026-11-27T11:00', '--set', 'end=2026-11-27T12:00')
    activity(store, 'Højtlæsning', 24, '14:00', '15:00', ward='B.1', meeting_place='Dagligstuen', received_by='Pia Lauge')
    store.add('shift', role='Oplæser', wanted='9', max='12', activity='Højtlæsning')
    for name in ('Åse Qvistgaardsen', 'Ane Skjultsen'):
        store.good('assign', 'Oplæser', name, '--on', '2026-11-24')
    store.good('assign', 'Oplæser', 'Bent Yvonnesen', '--on', '2026-11-24', '--asked')
    store.good('assign', 'Oplæser', '--by', 'Sangvennerne', '--count', '4', '--on', '2026-11-24')
    activity(store, 'Gåtur', 26, '15:30', '16:30', ward='B.1')
    store.add('shift', role='Turven', wanted='1', activity='Gåtur')
    store.good('assign', 'Turven', 'Lis Zebrasen', '--on', '2026-11-26')
    store.good('cancel', 'Gåtur', '--on', '2026-11-26', '--reason', 'Storm')
    activity(store, 'Strik', 26, '13:00', '14:00', room='Caféen', rule='FREQ=WEEKLY')
    store.good('edit', 'Strik', '--on', '2026-11-26', '--set', 'start=2026-12-01T13:00', '--set',
               'end=2026-12-01T14:00')
    store.add('closure', from_='2026-11-27', to='2026-11-27', text='Gulvet slibes', room='Caféen')
    store.add('closure', from_='2026-11-28T13:00', to='2026-11-29T00:00', text='Personaledag',
              house='Folkehuset Møllestien')
    store.add('shift', role='Nøglevagt', wanted='1', house='Folkehuset Møllestien', start='2026-11-23T08:00',
              end='2026-11-23T09:00')
    return store


def full():
    """Over 120 items a week in 30 rooms, with titles of 80 letters."""
    store = Store()
    house(store)
    people(store)
    for i in range(30):
        store.add('room', name='Lokale %d' % (i + 1), house='Folkehuset Møllestien')
    for i in range(18):
        activity(store, '%d %s' % (i, LONG), 23, '%02d:00' % (i + 4), '%02d:30' % (i + 4), rule='FREQ=DAILY',
                 room='Lokale %d' % (i + 1), price='Kaffe/te og brød kr. 15,-', doors_open='en halv time før',
                 meeting_place='Hovedindgangen ved trappen', organiser='Sangvennerne')
        store.add('shift', role='Vært %d' % i, wanted='3', activity='%d %s' % (i, LONG))
        for name in ('Lis Zebrasen', 'Łukasz Żółć'):
            store.good('assign', 'Vært %d' % i, name, '--standing')
    store.good('assign', 'Vært 0', 'Åse Qvistgaardsen', '--standing')
    for i in range(18, 30):
        activity(store, 'Forening nr. %d' % i, 25, '19:00', '20:00', room='Lokale %d' % (i + 1))
    activity(store, 'Etlangtordudenmellemrum' * 4, 27, '22:00', '06:00'.replace('06', '23'), ward='B.1')
    return store


small_store = small()
full_store = full()


# ——— The rules of every sheet ———

def every_sheet(store):
    volunteer = 'Lis Zebrasen' if store is small_store else 'Åse Qvistgaardsen'
    return {'programme': store.sheet('programme'), 'doors': store.sheet('doors'),
            'arrivals': store.sheet('arrivals', '--house', 'Plejehjem Skovvang'), 'calls': store.sheet('calls'),
            'roster': store.sheet('roster', '--volunteer', volunteer)}


small_sheets = every_sheet(small_store)
full_sheets = every_sheet(full_store)
all_sheets = [*small_sheets.items(), *full_sheets.items()]


def all_fonts_are_embedded_and_can_be_copied():
    for name, pdf in all_sheets:
        rows = read('pdffonts', pdf.path).splitlines()[2:]
        assert rows and all(re.search(r' yes +(yes|no) +yes +\d+ +\d+$', row) for row in rows), (name, rows)
        assert any('Cantarell' in row for row in rows), rows


def every_sheet_is_tagged_and_says_what_it_is():
    for name, pdf in all_sheets:
        assert pdf.info['Tagged'] == 'yes', pdf.info
        assert pdf.info['Author'] == 'Folkehuset Møllestien' or name == 'arrivals', pdf.info
        assert len(pdf.info['Title']) > 10 and pdf.info['Creator'].startswith('Stafet '), pdf.info
        with open(pdf.path, 'rb') as file:
            catalogue = file.read().rsplit(b'/Type /Catalog', 1)[1]
        assert b'/Lang (da-DK)' in catalogue and b'/DisplayDocTitle true' in catalogue, catalogue
        for element in ('H1', 'P') if name == 'roster' else ('H1', 'H2', 'P', 'L', 'LI') if name != 'calls' else ('H1', 'L'):
            assert re.search(r'^ *%s\b' % element, pdf.structure, re.M), (name, element)


def numbers_to_ring_are_links():
    for name in ('programme', 'doors', 'roster', 'calls'):
        pdf = small_sheets[name]
        assert re.search(r'^ *Link\b', pdf.structure, re.M), name
        with open(pdf.path, 'rb') as file:
            assert b'(tel:13245671)' in file.read() or name == 'calls', name


def stay_inside(sheets):
    for name, pdf in sheets:
        for page, left, top, right, bottom, word in pdf.words():
            assert left >= MARGIN - 1 and right <= WIDTH - MARGIN + 1, (name, page, word, left, right)
            assert top >= MARGIN - 8 and bottom <= HEIGHT - MARGIN + 6, (name, page, word, top, bottom)


def keep_apart(sheets):
    for name, pdf in sheets:
        words = pdf.words()
        for i, (page, left, top, right, bottom, word) in enumerate(words):
            high, low = top + 0.3 * (bottom - top), bottom - 0.3 * (bottom - top)
            for other in words[i + 1:]:
                if other[0] != page:
                    break
                other_high = other[2] + 0.3 * (other[4] - other[2])
                other_low = other[4] - 0.3 * (other[4] - other[2])
                apart = (other[1] >= right - 0.5 or other[3] <= left + 0.5 or other_high >= low or other_low <= high)
                assert apart, (name, page, word, other[5])


def are_large(sheets):
    for name, pdf in sheets:
        limit = 20 if name == 'roster' else 14
        for size, left, top, text in pdf.sizes():
            stamp = left > 420 and top > HEIGHT - 100 and size == 10
            head = name == 'roster' and top < 110 and size >= 14
            assert size >= limit or stamp or head or not text.strip(), (name, size, text)


def nothing_reaches_into_the_margins():
    stay_inside(all_sheets)


def no_two_words_overlap():
    keep_apart(all_sheets)


def only_the_stamp_is_small():
    are_large(all_sheets)


def pages_are_numbered_and_stamped():
    for name, pdf in all_sheets:
        for number in range(1, pdf.n_pages + 1):
            page = pdf.page(number)
            assert re.search(r'kl\. 10\.40 · side \d+ af \d+', page) and 'Udskrevet tirsdag' in page, (name, page)
    pdf = full_sheets['programme']
    for number in range(1, pdf.n_pages + 1):
        assert 'side %d af %d' % (number, pdf.n_pages) in pdf.page(number)


def volunteers_are_private_where_others_read():
    for sheets in (small_sheets, full_sheets):
        for name in ('programme', 'doors', 'arrivals'):
            for secret in PRIVATE + ['Ikke Offentlig', '13 99 00 11', '13990011', '13 77 00 11']:
                assert secret not in sheets[name].text, (name, secret)
                assert secret not in sheets[name].spoken, (name, secret)
    for name in ('programme', 'doors'):
        assert not re.search(r'\b(Lis|Bent|Åse|Łukasz|Ane)\b', small_sheets[name].text), name


def protected_people_are_named_on_no_sheet():
    for name, pdf in all_sheets:
        for secret in ('Skjultsen', 'Ane ', '13 11 11 11', '13111111'):
            assert secret not in pdf.text and secret not in pdf.spoken, (name, secret)


def two_prints_are_the_same_bytes():
    def bytes_of(store):
        with open(store.sheet('programme').path, 'rb') as file:
            return file.read()
    assert bytes_of(small_store) == bytes_of(small_store)
    shown = small_store.run('print', 'programme', '-o', '-').stdout
    assert shown == bytes_of(small_store)


def what_does_not_take_place_is_struck_and_boxed():
    store = Store()
    house(store)
    activity(store, 'Banko', 24, '14:00', '16:00')
    plain = store.sheet('programme')
    store.good('cancel', 'Banko', '--on', '2026-11-24', '--reason', 'Sygdom')
    struck = store.sheet('programme')
    assert 'AFLYST' not in plain.text and 'AFLYST' in struck.text and 'Banko' in struck.text

    def darkest_row(pdf):
        """How much of a line across the word is ink, at most."""
        left, top, right, bottom = [2 * at for box in pdf.words() if box[5] == 'Banko' for at in box[1:5]]
        width = int(right - left) - 4
        area = ['-x', '%d' % (left + 2), '-y', '%d' % top, '-W', '%d' % width, '-H', '%d' % (bottom - top)]
        picture = subprocess.run(['pdftoppm', '-r', '144', '-gray', *area, pdf.path], stdout=subprocess.PIPE,
                                 check=True).stdout.split(b'\n', 3)[3]
        rows = [picture[at:at + width] for at in range(0, len(picture), width)]
        return max(sum(value < 128 for value in row) / width for row in rows)
    assert darkest_row(struck) > 0.97 and darkest_row(plain) < 0.9, (darkest_row(struck), darkest_row(plain))


def what_lasts_for_days_is_on_each_of_them():
    store = Store()
    house(store)
    store.add('activity', title='Sommerlejr', house='Folkehuset Møllestien', room='Store sal', start='2026-11-20T10:00',
              end='2026-11-25T16:00')
    for name in ('programme', 'doors'):
        text = store.sheet(name).text
        assert text.count('Sommerlejr') == 3 and text.count('fortsat') == 3, text
        assert text.count('til onsdag kl. 16.00') == 2 and text.count('til kl. 16.00') == 1, text


def a_programme_says_what_the_house_writes_and_when_to_sign_up():
    store = Store()
    store.add('house', name='Uden telefon', kind='community')
    store.add('activity', title='Udflugt', house='Uden telefon', start='2026-11-24T10:00', end='2026-11-24T12:00',
              public_text='Tag sko med', signup_days='3')
    text = store.sheet('programme').text
    assert 'Tag sko med · Tilmelding senest lørdag den 21. november' in ' '.join(text.split()), text
    assert 'Spørgsmål?' not in text, text


def paper_speaks_the_language_of_the_store():
    assert 'Spørgsmål?' in small_store.sheet('programme', '--lang', 'en').text
    store = Store()
    house(store)
    store.good('edit', 'settings', '--set', 'language=en')
    pdf = store.sheet('programme', '--lang', 'da')
    assert 'No activities this week' in pdf.text and 'Printed Tuesday' in pdf.text, pdf.text
    with open(pdf.path, 'rb') as file:
        assert b'/Lang (en-GB)' in file.read()


def without_cantarell_another_face_is_embedded():
    fonts = os.path.join(folder, 'fonts.conf')
    with open(fonts, 'w', encoding='utf-8') as file:
        file.write('<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>'
                   '<include>/etc/fonts/fonts.conf</include><selectfont><rejectfont><pattern><patelt name="family">'
                   '<string>Cantarell</string></patelt></pattern></rejectfont></selectfont></fontconfig>')
    pdf = small_store.sheet('programme', env={'FONTCONFIG_FILE': fonts})
    rows = read('pdffonts', pdf.path)
    assert 'Cantarell' not in rows and ' yes ' in rows, rows
    pdf.in_order('Folkehuset Møllestien', 'mandag', 'Krolf')
    sheets = [(name, small_store.sheet(*name.split(), env={'FONTCONFIG_FILE': fonts}))
              for name in ('programme', 'doors', 'calls', 'arrivals --ward B.1')]
    stay_inside(sheets)
    keep_apart(sheets)


# ——— Programme ———

def the_programme_is_read_day_by_day():
    small_sheets['programme'].in_order(
        'Folkehuset Møllestien', 'uge 48', '23.–29. november', 'Grønnegade 10, 8000 Aarhus C',
        'Huset er åbent hverdage kl. 8.30–16', 'mandag den 23.', '10.00–12.00', 'Krolf', 'Store sal', 'kr. 20,-',
        'dørene åbnes 9.30', 'mødested: Indgangen', 'arrangør: Sangvennerne', 'tirsdag den 24.', 'Banko', 'AFLYST',
        'Opråberen er syg', 'onsdag den 25.', 'Optaget', 'torsdag den 26.', 'Dans', 'FLYTTET',
        'flyttet til fredag den 27. november kl. 11.00–12.00', 'Strik', 'FLYTTET',
        'flyttet til tirsdag den 1. december kl. 13.00–14.00', 'fredag den 27.', 'Lukket: Caféen, Gulvet slibes',
        'Dans', 'FLYTTET', 'flyttet fra torsdag den 26. november kl. 10.00–11.00', 'lørdag den 28.',
        'Lukket fra kl. 13.00: Personaledag', 'Karen Holm, daglig leder', '13 24 56 71', 'Udskrevet')


def private_activities_are_occupied_and_hidden_ones_are_not_there():
    for name in ('programme', 'doors'):
        text = small_sheets[name].text
        assert 'Optaget' in text and 'Sorggruppe' not in text and 'Personalemøde' not in text, text
        assert 'kr. 5,-' not in text and 'Nøglevagt' not in text


def the_corner_of_the_code_is_empty():
    for pdf in (small_sheets['programme'], full_sheets['programme']):
        for page, left, top, right, bottom, word in pdf.words():
            assert page > 1 or right <= WIDTH - MARGIN - 72 or top >= MARGIN + 72, word


def a_full_programme_flows_onto_further_pages():
    pdf = full_sheets['programme']
    assert pdf.n_pages >= 5, pdf.n_pages
    for number in range(1, pdf.n_pages + 1):
        page = pdf.page(number)
        assert 'Folkehuset Møllestien' in page and 'uge 48' in page and '13 24 56 71' in page, page
    for i in range(18):
        assert len(re.findall(r'\b%d Fællesspisning' % i, pdf.spoken)) == 7, i
    assert 'fortsat' in pdf.text


def an_empty_week_says_so():
    store = Store()
    house(store)
    people(store)
    text = store.sheet('programme').text
    for part in ('Folkehuset Møllestien', 'uge 48', 'Ingen aktiviteter i denne uge', 'Karen Holm', '13 24 56 71'):
        assert part in text, text
    assert 'Ingen aktiviteter i denne uge' in store.sheet('doors').text
    assert 'Ingen besøg i denne uge' in store.sheet('arrivals', '--ward', 'B.1').text
    assert 'Ingen skal komme i denne uge' in store.sheet('calls').text
    assert 'Ingen vagter i disse otte uger' in store.sheet('roster', '--volunteer', 'Lis Zebrasen').text


def holidays_are_named_on_their_day():
    store = Store()
    house(store)
    store.add('activity', title='Café', house='Folkehuset Møllestien', start='2026-12-22T10:00', end='2026-12-22T12:00',
              rule='FREQ=DAILY', holidays='cancel')
    pdf = store.sheet('programme', '--week', '2026-W52')
    pdf.in_order('torsdag den 24.', 'juleaften', 'Café', 'AFLYST', 'fredag den 25.', 'AFLYST')
    assert store.sheet('programme', '--week', '2026-W53').text.count('uge 53') == 1


def many_contacts_leave_room_for_the_week():
    store = Store()
    house(store)
    for i in range(20):
        store.add('contact', name='Kontakt %d %s' % (i, LONG), role='leder af ' + LONG, phone='131300%02d' % i,
                  house='Folkehuset Møllestien', public='yes')
    pdf = store.sheet('programme')
    assert pdf.text.count('Kontakt') <= 3
    stay_inside([('contacts', pdf)])
    keep_apart([('contacts', pdf)])


def endless_words_are_cut_short():
    store = Store()
    endless = 'Æblegrød' * 300
    store.add('house', name='Hus ' + endless, kind='community', address=endless, hours=endless)
    store.add('house', name='Hjem ' + endless, kind='nursing')
    store.add('ward', name='Afdeling ' + endless, house='Hjem ' + endless)
    store.add('room', name='Sal ' + endless, house='Hus ' + endless)
    store.add('volunteer', name='Lis ' + endless, call_when=endless, phones='13583142,13583143,13583144,13583145,13583146')
    store.add('contact', name='Karen ' + endless, role=endless, phone='13245671', house='Hus ' + endless, public='yes')
    common = dict(house='Hus ' + endless, start='2026-11-24T10:00', end='2026-11-25T12:00', rule='FREQ=WEEKLY', price=endless,
                  meeting_place=endless, doors_open=endless)
    for title, place in (('A ', {'room': 'Sal ' + endless}), ('B ', {'ward': 'Afdeling ' + endless})):
        uid = store.add('activity', title=title + endless, **place, **common)
        shift = store.add('shift', role='Rolle ' + endless, wanted='2', activity=uid)
        store.good('assign', shift, 'Lis ' + endless, '--standing', '--anyway')
    store.good('cancel', 'A ' + endless, '--on', '2026-11-24', '--reason', endless)
    sheets = [('endless', store.sheet(*words)) for words in (
        ['programme'], ['doors'], ['calls'], ['arrivals', '--house', 'Hjem ' + endless],
        ['roster', '--volunteer', 'Lis ' + endless])]
    stay_inside(sheets)
    keep_apart(sheets)


# ——— Doors ———

def each_used_room_has_a_door():
    pdf = small_sheets['doors']
    assert pdf.n_pages == 2
    assert 'Caféen' in pdf.page(1) and 'Optaget' in pdf.page(1) and 'Gulvet slibes' in pdf.page(1)
    assert 'Gulvet slibes' not in pdf.page(2) and 'Personaledag' in pdf.page(2)
    for part in ('Store sal', 'Krolf', 'arrangør: Sangvennerne', 'Banko', 'AFLYST', 'mandag den 23. november'):
        assert part in pdf.page(2), pdf.page(2)


def thirty_rooms_have_thirty_doors():
    pdf = full_sheets['doors']
    names = re.findall(r'\bLokale (\d+)\b', pdf.text)
    assert pdf.n_pages >= 30 and {int(name) for name in names} == set(range(1, 31)), names


# ——— Arrivals ———

def a_ward_thanks_by_first_name():
    pdf = small_store.sheet('arrivals', '--ward', 'B.1')
    assert pdf.n_pages == 1
    pdf.in_order('Plejehjem Skovvang', 'Afdeling B.1', 'uge 48', 'Sig godmorgen og tak til:', 'mandag den 23. november',
                 'ingen', 'tirsdag den 24. november', '14.00–15.00', 'Frivillig, Åse og Sangvennerne, 4',
                 'Højtlæsning · Dagligstuen · modtages af Pia', 'vi spørger en til', 'torsdag den 26. november',
                 '15.30–16.30', 'Lis', 'AFLYST', 'Gåtur', 'Storm', 'Ring til:', 'Karen Holm', '13 24 56 71')
    assert 'Bent' not in pdf.text and 'Lauge' not in pdf.text


def a_hole_looks_for_a_stand_in():
    store = Store()
    house(store)
    people(store)
    activity(store, 'Sang', 24, '10:00', '11:00', ward='B.1', rule='FREQ=WEEKLY')
    store.add('shift', role='Sanger', wanted='1', activity='Sang')
    store.good('assign', 'Sanger', 'Bent Yvonnesen', '--standing')
    store.good('regret', 'Sanger', 'Bent Yvonnesen', '--on', '2026-11-24', '--looking')
    pdf = store.sheet('arrivals', '--ward', 'B.1')
    pdf.in_order('10.00–11.00', 'vi leder efter en afløser', 'Sang')
    assert 'Bent' not in pdf.text
    store.good('assign', 'Sanger', 'Lis Zebrasen', '--on', '2026-11-24', '--asked')
    text = store.sheet('arrivals', '--ward', 'B.1').text
    assert 'vi spørger' in text and 'vi spørger en til' not in text and 'Lis' not in text


def each_ward_of_a_house_has_a_page():
    pdf = small_sheets['arrivals']
    assert pdf.n_pages == 2 and 'Afdeling B.1' in pdf.page(1) and 'Afdeling B.2' in pdf.page(2)
    assert 'Ingen besøg i denne uge' in pdf.page(2)


def each_ward_sees_its_own_stop():
    store = Store()
    house(store)
    people(store)
    song = activity(store, 'Sang', 24, '10:00', '12:00')
    store.add('stop', activity=song, ward='B.1', from_minute='0', to_minute='45')
    store.add('stop', activity=song, ward='B.2', from_minute='60', to_minute='105')
    text = store.sheet('arrivals', '--ward', 'B.2').text
    assert '11.00–11.45' in text and '10.00' not in text, text


# ——— Calls ———

def the_call_list_has_numbers_and_says_that_it_is_internal():
    pdf = small_sheets['calls']
    pdf.in_order('Ringeliste', 'uge 48', 'Internt: ikke til opslag', 'ringet', 'intet svar', 'fået besked')
    for part in ('Lis Zebrasen', '13 58 31 42', '13 40 22 18', 'efter kl. 16', 'Bent Yvonnesen', 'har intet telefonnummer',
                 'Sangvennerne', '13 99 00 00', 'spurgt', 'AFLYST', 'Łukasz Żółć', 'Frivillig'):
        assert part in pdf.spoken, part
    assert pdf.spoken.index('Bent Yvonnesen') < pdf.spoken.index('Lis Zebrasen') < pdf.spoken.index('Åse Qvistgaardsen')


# ——— Roster ———

def a_card_tells_her_shifts_and_whom_to_ring():
    pdf = small_sheets['roster']
    pdf.in_order('Mine vagter', 'Lis Zebrasen', 'uge 48 til 2', 'mandag den 23. november kl. 10.00–12.00'.replace(' kl', '  kl'),
                 'Krolf · Vært', 'Store sal · sammen med Frivillig, Bent og Łukasz', 'torsdag den 26. november', 'Gåtur',
                 'AFLYST', 'Storm', 'mandag den 30. november', 'Kan du ikke komme? Ring til Karen Holm:', '13 24 56 71')
    assert len(re.findall('Krolf · Vært', pdf.spoken)) == 8
    assert 'Yvonnesen' not in pdf.text and '13 58 31 42' not in pdf.text


def what_volunteers_are_told_stands_on_their_cards_alone():
    told = 'Nøglen hænger bag døren'
    assert len(re.findall(told, small_sheets['roster'].spoken)) == 8
    assert 'mødested: Indgangen' in small_sheets['roster'].spoken
    for name, pdf in small_sheets.items():
        assert name == 'roster' or told not in pdf.spoken, name
        assert 'Kuglerne' not in pdf.spoken, name


def who_is_only_asked_is_not_told_where_the_key_is():
    small_store.good('assign', 'Vært', 'Åse Qvistgaardsen', '--on', '2026-11-23', '--asked')
    pdf = small_store.sheet('roster', '--volunteer', 'Åse Qvistgaardsen')
    assert 'du er spurgt' in pdf.spoken and 'Nøglen' not in pdf.spoken
    small_store.good('undo')


def a_card_says_when_she_is_only_asked():
    assert 'du er spurgt' in small_store.sheet('roster', '--volunteer', 'Bent Yvonnesen').text


# ——— The loan ———

def lent(store, **more):
    """A loan that is approved, as the uid of its record."""
    store.add('organiser', name='Skakklubben', phone='13667788', mail='skak@klub.example')
    chess = store.add('activity', title='Skakaften', house='Folkehuset Møllestien', room='Store sal', category='loan',
                      organiser='Skakklubben', start='2026-12-17T18:00', end='2026-12-17T21:00', rule='FREQ=WEEKLY',
                      layout='rows', draft='yes', **more)
    loan = store.add('loan', activity=chess, people='20', purpose='local')
    store.good('approve-loan', loan, '--by', 'Hanne Holm, centerleder', '--text', more.get('price', 'Nøgle hos pedellen'))
    return loan


def an_agreement_says_what_was_agreed():
    store = Store()
    house(store)
    store.good('edit', 'Store sal', '--set', 'rows=120')
    pdf = store.sheet('loan', '--loan', lent(store))
    pdf.in_order('Låneaftale', 'Låner', 'Skakklubben', '13 66 77 88', 'Til', 'Skakaften', 'Lokale', 'Store sal', 'på rækker',
                 'højst 120 personer', 'Hvornår', '18.00–21.00', 'De næste gange', 'tor. 17/12', 'tor. 24/12', 'Formål', 'Skal huskes',
                 'Nøgle hos pedellen', 'Godkendt af', 'Hanne Holm, centerleder', 'Vilkår', '14 dages varsel',
                 'underskrift, huset', 'underskrift, låneren', 'Spørgsmål?', '13 24 56 71')
    named = [('loan', pdf)]
    stay_inside(named)
    keep_apart(named)
    are_large(named)
    assert pdf.n_pages == 1


def an_endless_agreement_stays_on_its_paper():
    store = Store()
    house(store)
    endless = 'Gørgeligtlangtord' * 60
    named = [('loan', store.sheet('loan', '--loan', lent(store, price=endless, public_text=endless)))]
    stay_inside(named)
    keep_apart(named)


# ——— The example ———

def the_example_house_prints_whole():
    store = Store('--example', 'house')
    volunteers = json.loads(store.good('list', 'volunteer', '--format', 'json'))
    sheets = [store.sheet(name) for name in ('programme', 'doors')]
    sheets.append(store.sheet('arrivals', '--house', 'Plejehjem Skovvang'))
    for pdf in sheets:
        for volunteer in volunteers:
            assert volunteer['name'] not in pdf.text, volunteer['name']
            for phone in volunteer['phones']:
                assert phone not in pdf.text.replace(' ', ''), phone
    named = [('example', pdf) for pdf in sheets]
    stay_inside(named)
    keep_apart(named)
    are_large(named)


def codes_of(pdf):
    """What a telephone reads in its codes."""
    picture = pdf.path[:-4]
    read('pdftoppm', '-r', '150', '-png', '-singlefile', pdf.path, picture)
    done = subprocess.run(['zbarimg', '-q', '--raw', picture + '.png'], stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                          check=False)
    return done.stdout.decode().split()


def shared():
    store = Store('--example', 'house')
    store.good('edit', 'settings', '--set', 'publish_address=https://frivillig.example.dk/kalender/')
    feeds = {feed['name']: feed for feed in json.loads(store.good('feeds', '--format', 'json'))}
    return store, feeds


def the_code_of_a_calendar_leads_to_its_page():
    store, feeds = shared()
    feed = feeds['Frivillige i B.1']
    pdf = store.sheet('sharing', '--feed', feed['uid'])
    assert codes_of(pdf) == ['https://frivillig.example.dk/kalender/%s.html' % feed['token']]
    assert pdf.text.count('Ikke til opslag') == 1 and feed['token'] + '.ics' in pdf.text, pdf.text
    store.good('edit', feed['uid'], '--set', 'names=counts')
    assert 'Ikke til opslag' not in store.sheet('sharing', '--feed', feed['uid']).text


def a_sheet_for_an_office_is_half_a_sheet():
    store, feeds = shared()
    pdf = store.sheet('sharing', '--feed', feeds['Frivillige i B.1']['uid'])
    told = read('pdfinfo', pdf.path)
    assert re.search(r'Page size: +419\.5\d* x 595\.2\d*', told) and re.search('Pages: +1\n', told), told


def without_an_address_there_is_no_sheet_to_share():
    store = Store('--example', 'house')
    done = store.run('print', 'sharing', '--feed', 'Frivillige i B.1', '-o', os.path.join(store.folder, 'x.pdf'))
    assert done.returncode == 1 and 'publish_address' in done.stderr.decode(), done.stderr


def the_code_of_a_programme_leads_to_what_names_nobody():
    store, feeds = shared()
    public = [feed for feed in feeds.values() if feed['kind'] == 'programme']
    pdf = store.sheet('programme')
    assert codes_of(pdf) == ['https://frivillig.example.dk/kalender/%s.html' % feed['token'] for feed in public], feeds
    for feed in public:
        store.good('remove', feed['uid'])
    assert codes_of(store.sheet('programme')) == []


cases = [value for name, value in list(globals().items())
         if callable(value) and getattr(value, '__module__', '') == '__main__'
         and name not in ('Store', 'Pdf', 'read', 'house', 'people', 'activity', 'small', 'full', 'every_sheet', 'lent', 'stay_inside',
                          'keep_apart', 'are_large', 'codes_of', 'shared')]
failed = 0
print('1..%d' % len(cases))
for number, case in enumerate(cases, 1):
    name = '/paper/pdf/' + case.__name__.replace('_', '-')
    try:
        case()
        print('ok %d %s' % (number, name), flush=True)
    except Exception:
        failed += 1
        print('not ok %d %s' % (number, name))
        print('# ' + traceback.format_exc().strip().replace('\n', '\n# '), flush=True)
if 'STAFET_KEEP' not in os.environ:
    shutil.rmtree(folder, ignore_errors=True)
sys.exit(failed > 0)
