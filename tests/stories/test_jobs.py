#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The jobs that people come with, each done in the real window within its budget of actions (UX.md, section 1)."""
import json
import os
import re
import subprocess

import stafet_story
from stafet_story import App, Store, pick, wait, xdotool

FOLDER = 'Mappe, som alle kalendere udgives til'
TUESDAY, THURSDAY = '2026-11-24', '2026-11-26'


def names(shift):
    return {place['name']: place['state'] for place in shift['places']}


def named(store, kind, title):
    key = {'shift': 'role', 'volunteer': 'name', 'activity': 'title'}[kind]
    return [record for record in store.json('list', kind) if record[key] == title]


# ——— Within the budget ———

def job_1_who_comes_today_and_where_are_the_holes():
    store = Store()
    app = App(store)
    app.counts(0)
    app.one('list-item', '2 pladser mangler')
    app.one('list-item', 'I dag · 2 mangler')
    app.one('list-item', re.compile('^Café · Servering, tirsdag den 24. november, kl. 10.00–14.15, mangler 1 af 3'))
    app.one('list-item', re.compile('^Højtlæsning i B.1 · Oplæser, .*, mangler 1 af 2$'))
    tree = app.tree()
    for entry in store.json('agenda', '--from', TUESDAY, '--to', TUESDAY):
        row, = tree.find('list-item', re.compile('^%s, tirsdag den 24. november, kl. ' % re.escape(entry['title'])))
        for shift in entry['shifts']:
            for place in shift['places']:
                assert row.find('push-button', re.compile('^%s, ' % place['name'])), (row, place)
    app.close()


def job_2_bent_sends_regrets_and_job_3_a_stand_in_is_found():
    store = Store()
    app = App(store)
    app.counts(3)
    app.key('ctrl+2')
    app.click(app.one('list-item', re.compile('^Café, torsdag den 26. november')))
    app.click(app.one('push-button', 'Bent Krag: Afbud'))
    app.says('Bent Krag har meldt afbud til Servering torsdag den 26. november')
    shift = store.shift(THURSDAY, 'Café', 'Servering')
    assert shift['missing'] == 2 and shift['looking'] and 'Bent Krag' in [who['name'] for who in shift['away']], shift
    app.one('push-button', 'Bent Krag: Kommer alligevel')
    # Job 3: two more.
    app.count.budget += 2
    app.click(app.one('push-button', 'Find en frivillig til Café · Servering'))
    best = app.one('push-button', re.compile('^Sæt .* på vagten$'))
    who = best.name[len('Sæt '):-len(' på vagten')]
    ranked = store.json('candidates', 'Servering', '--on', THURSDAY)
    assert who == next(one['name'] for one in ranked if one['possible']), (who, ranked[0])
    app.click(best)
    wait('the store has it', lambda: names(store.shift(THURSDAY, 'Café', 'Servering')).get(who) == 'promised')
    app.says(re.compile('^%s .*torsdag den 26. november' % who))
    app.close()


def job_4_the_regular_is_away_for_three_weeks():
    store = Store()
    app = App(store)
    app.counts(4)
    app.click(app.one('push-button', 'Lis Bæk, lovet'))
    app.click(app.one('menu-item', 'Fravær …'))
    app.fill(app.one('text', 'Til og med'), 'om 3 uger')
    app.says(re.compile('^10 vagter skal have en afløser:'))
    app.click(app.one('push-button', 'Gem'))
    app.gone('dialog')
    lis, = named(store, 'volunteer', 'Lis Bæk')
    absence, = [row for row in store.json('list', 'absence') if row['volunteer'] == lis['uid']]
    assert (absence['from'], absence['to']) == (TUESDAY, '2026-12-15'), absence
    for date in (TUESDAY, THURSDAY, '2026-12-15'):
        assert 'Lis Bæk' in [who['name'] for who in store.shift(date, 'Café', 'Servering')['away']], date
    app.one('push-button', 'Lis Bæk, afbud')
    app.close()


def job_5_the_spring_is_copied_from_the_autumn():
    store = Store()
    # What ends with the year does not go on by itself; what does is left alone.
    store.good('edit', 'Sløjd', '--set', 'until=2026-12-31')
    app = App(store)
    app.counts(5)
    app.key('ctrl+shift+k')
    app.one('text', 'Programmet fra')
    app.one('push-button', 'Kopiér 1 aktivitet')
    assert 'checked' in app.one('check-box', 'Sløjd').states
    # What is held once waits to be asked for.
    assert 'checked' not in app.one('check-box', 'Foredrag: Havets fugle').states
    app.key('ctrl+s')
    wait('the page is gone', lambda: not app.all('push-button', re.compile('^Kopiér')))
    assert store.agenda('2027-02-02', 'Sløjd')['start'] == '2027-02-02T15:00'
    assert store.agenda('2026-12-29', 'Sløjd')['start'] == '2026-12-29T15:00'
    # One step takes it back.
    app.count = None
    app.key('ctrl+z')
    wait('the spring is gone', lambda: 'Sløjd' not in [
        entry['title'] for entry in store.json('agenda', '--from', '2027-02-02', '--to', '2027-02-02')])
    app.close()


def what_is_chosen_of_a_season_stays_while_its_dates_are_mended():
    store = Store()
    store.good('edit', 'Sløjd', '--set', 'until=2026-12-31')
    app = App(store)
    app.key('ctrl+shift+k')
    # The rows stay as they are when the page has counted what is chosen.
    app.one('push-button', 'Kopiér 1 aktivitet')
    app.click(app.one('check-box', 'Sløjd'))
    app.click(app.one('check-box', 'Foredrag: Havets fugle'))
    app.one('push-button', 'Kopiér 1 aktivitet')
    # On the way to another date there is none for a while, and then one that is too early.
    app.fill(app.one('text', 'og til'), '1/12 2026')
    app.one('push-button', 'Kopiér 0 aktiviteter')
    app.fill(app.one('text', 'og til'), '31/5 2027')
    app.one('push-button', 'Kopiér 1 aktivitet')
    assert 'checked' not in app.one('check-box', 'Sløjd').states
    assert 'checked' in app.one('check-box', 'Foredrag: Havets fugle').states
    app.close()


def job_6_a_new_weekly_activity_with_two_roles_of_three_people():
    store = Store()
    app = App(store)
    app.counts(8)
    app.key('ctrl+n')
    app.fill(app.one('text', 'Titel'), 'Kagebagning')
    app.fill(app.one('text', 'Skriv, som du siger det'), 'hver torsdag 14-15.30')
    app.fill(app.one('text', 'Opgave'), 'Bager')
    app.fill(app.one('spin-button', 'Hvor mange der ønskes'), '3')
    wait('there is room for one more', lambda: len(app.all('text', 'Opgave')) == 2)
    app.fill(app.all('text', 'Opgave')[1], 'Opvasker')
    app.fill(app.all('spin-button', 'Hvor mange der ønskes')[1], '3')
    app.says(re.compile('torsdag.*14.00–15.30'))
    app.click(app.one('push-button', 'Opret aktivitet'))
    app.gone('text', 'Titel')
    cake, = named(store, 'activity', 'Kagebagning')
    assert (cake['start'][11:], cake['end'][11:]) == ('14:00', '15:30') and 'WEEKLY' in cake['rule'], cake
    shifts = [shift for shift in store.json('list', 'shift') if shift['activity'] == cake['uid']]
    assert {shift['role']: shift['wanted'] for shift in shifts} == {'Bager': 3, 'Opvasker': 3}, shifts
    assert store.agenda(THURSDAY, 'Kagebagning')['start'] == THURSDAY + 'T14:00'
    app.says(re.compile('Kagebagning'))
    app.close()


def on_disk(store, text):
    """Whether the store, or what SQLite keeps beside it, has that text."""
    paths = [store.path + end for end in ('', '-wal', '.erased')]
    return any(text.encode() in open(path, 'rb').read() for path in paths if os.path.exists(path))


def job_11_a_volunteer_stops_and_is_erased():
    store = Store()
    bodil, = named(store, 'volunteer', 'Bodil Fjord')
    phone = bodil['phones'][0]
    assert on_disk(store, 'Bodil Fjord') and on_disk(store, phone)
    app = App(store)
    app.key('ctrl+4')
    app.one('list-item', re.compile('^Bodil Fjord'))
    # Three, and the name: it is typed once.
    app.counts(4)
    app.click(app.one('list-item', re.compile('^Bodil Fjord')))
    app.click(app.one('push-button', 'Slet …'))
    app.says(re.compile('^Det bliver slettet: navn, adresse', re.S))
    app.type(app.one('text', 'Skriv navnet for at bekræfte'), 'Bodil Fjord')
    app.click(app.one('push-button', 'Slet for altid'))
    app.one('push-button', 'Kopiér det hele')
    assert named(store, 'volunteer', 'Bodil Fjord') == []
    assert store.json('history', '--limit', '1')[0]['label'] == 'En frivillig blev slettet'
    wait('nothing of her is on the disk', lambda: not on_disk(store, 'Bodil') and not on_disk(store, phone))
    app.count.budget += 1
    app.key('Escape')
    app.says('Den frivillige er ikke længere i planen.')
    app.close()
    assert store.good('check') == ''


def a_volunteer_stops_on_a_date_and_it_is_undone():
    store = Store()
    app = App(store)
    app.key('ctrl+4')
    app.click(app.one('list-item', re.compile('^Bodil Fjord')))
    app.click(app.one('push-button', 'Stopper …'))
    app.type(app.one('text', 'Første dag uden personen'), '1/12-26')
    app.says(re.compile('^Sidste dag er 30. november 2026.*Telefonvagt', re.S))
    app.click(app.one('push-button', 'Stop fra den dag'))
    app.says('Bodil Fjord stopper 1. december 2026')
    who, = named(store, 'volunteer', 'Bodil Fjord')
    assert who['status'] == 'stopped' and who['keep_until'] == '2027-12-31', who
    app.key('ctrl+z')
    wait('it is undone', lambda: named(store, 'volunteer', 'Bodil Fjord')[0]['status'] == 'active')
    app.close()


def job_12_a_new_volunteer_from_a_talk():
    store = Store()
    app = App(store)
    app.counts(7)
    app.key('ctrl+shift+n')
    for field, text in (('Navn', 'Karen Nørby'), ('Telefon', '13 99 88 77'), ('Kan og vil gerne', 'café, sang'),
                        ('Hvornår ledig', 'tirsdag og torsdag 9-13'), ('Træffes bedst', 'formiddag')):
        app.fill(app.one('text', field), text)
    app.click(app.one('push-button', 'Gem frivillig'))
    app.gone('text', 'Navn')
    karen, = named(store, 'volunteer', 'Karen Nørby')
    assert karen['phones'] == ['13998877'] and karen['skills'] == ['café', 'sang'], karen
    assert karen['available'] == ['tue 09:00-13:00', 'thu 09:00-13:00'] and karen['call_when'] == 'formiddag', karen
    app.says(re.compile('Karen Nørby'))
    app.close()


def job_12_the_rest_of_the_terms_is_filled_in_later():
    store = Store()
    app = App(store)
    app.key('ctrl+shift+n')
    app.fill(app.one('text', 'Navn'), 'Karen Nørby')
    app.fill(app.one('text', 'Hvornår ledig'), 'tirs 9-13, helst formiddag')
    app.says(re.compile('tirsdag kl. 9–13, tirsdag kl. 9–12 .helst'))
    app.click(app.one('push-button', 'Gem frivillig'))
    app.gone('text', 'Navn')
    app.click(app.one('push-button', 'Ret …'))
    app.fill(app.one('text', 'Højst om dagen'), '3')
    app.fill(app.one('text', 'Højst om ugen'), '2')
    app.says(re.compile('Højst 3 om dagen er mere end højst 2 om ugen'))
    app.click(app.one('push-button', 'Gem frivillig'))
    app.one('text', 'Navn')
    assert named(store, 'volunteer', 'Karen Nørby')[0]['per_week'] is None
    for field, text in (('Højst om dagen', '1'), ('Vil gerne have så mange vagter om ugen', '1,5'),
                        ('Hvil mellem to dage, timer', '11'), ('Vil gerne være sammen med', 'Bent Krag, Lis Bæk'),
                        ('Er med første gang', 'Bent Krag'), ('Attest set den', '3/11 2026'),
                        ('Attest gyldig til', '20/1 2027')):
        app.fill(app.one('text', field), text)
    app.says(re.compile('Attesten udløber 20. januar 2027'))
    app.click(app.one('push-button', 'Gem frivillig'))
    app.gone('text', 'Navn')
    karen, = named(store, 'volunteer', 'Karen Nørby')
    bent, = named(store, 'volunteer', 'Bent Krag')
    assert (karen['per_day'], karen['per_week'], karen['rest_minutes'], karen['wished_per_week']) == (1, 2, 660, 1.5), karen
    assert len(karen['partners']) == 2 and karen['companion'] == bent['uid'], karen
    assert karen['available'] == ['tue 09:00-13:00', 'tue 09:00-12:00 preferred'], karen
    app.says(re.compile('højst 1 om dagen, højst 2 om ugen'))
    app.says(re.compile('ny senest 20. januar 2027'))
    # Turning down: what is above is listed, and stays.
    app.click(app.one('push-button', 'Skru op eller ned …'))
    app.fill(app.one('text', 'Højst om måneden'), '2')
    app.says(re.compile('Ingen vagt i de næste otte uger'))
    app.click(app.one('push-button', 'Gem'))
    app.gone('text', 'Højst om måneden')
    assert named(store, 'volunteer', 'Karen Nørby')[0]['per_month'] == 2
    app.close()


def job_15_all_came_as_planned():
    store = Store()
    app = App(store)
    app.counts(1)
    app.click(app.one('push-button', 'Alle mødte som planlagt'))
    app.says('Alle mødte som planlagt tirsdag den 24. november')
    app.one('push-button', 'Poul Dam, kom')
    app.one('check-box', 'Lis Bæk kom', states=['checked'])
    # Only what has begun; nobody who was merely asked.
    assert app.all('check-box', 'Åse Kjær kom') and not app.all('check-box', 'Åse Kjær kom', ['checked'])
    assert not app.all('push-button', 'Jørgen Ravn, kom')
    newest = store.json('history', '--limit', '1')[0]
    assert {row['kind'] for row in newest['rows']} == {'attendance'} and len(newest['rows']) == 7, newest
    app.close()


def job_15_with_exceptions_a_helper_and_other_times():
    store = Store()
    day = '2026-11-23'
    app = App(store)
    # One click, and one for each who did not come.
    app.counts(3)
    app.click(app.one('push-button', 'Bekræft dagen: mandag den 23. november'))
    app.click(app.one('check-box', re.compile('^Bent Krag, Café · Servering, mandag den 23. november$')))
    app.one('label', re.compile(' mødte, 1 mødte ikke$'))
    app.click(app.one('push-button', 'Bekræft dagen'))
    app.says('Bekræftet, hvem der kom mandag den 23. november')
    served = wait('the day is closed', lambda: [
        shift for shift in [store.shift(day, 'Café', 'Servering')] if 'Bent Krag' in [who['name'] for who in shift['away']]])
    assert 'Lis Bæk' in names(served[0]), served
    # Whoever helped, for how long, and what was not so.
    app.count = None
    app.click(app.one('push-button', 'Café · Servering, mandag den 23. november: Tilføj hjælper …'))
    app.fill(app.one('text', 'En frivilligs navn'), 'Karen Holm')
    app.fill(app.one('text', 'Hvor længe'), '1,5')
    app.click(app.one('push-button', 'Tilføj'))
    app.gone('dialog')
    app.one('check-box', re.compile('^Karen Holm · 1 time 30 min., Café'))
    app.click(app.one('push-button', 'Café · Servering, mandag den 23. november: Hvor længe …'))
    app.fill(app.one('text', 'Lis Bæk'), '2:00')
    app.click(app.one('push-button', 'Gem'))
    app.gone('dialog')
    app.one('check-box', re.compile('^Lis Bæk · 2 timer, Café'))
    app.click(app.one('check-box', re.compile('^Bent Krag · kom ikke, Café')))
    app.click(app.one('push-button', 'Gem rettelserne'))
    app.says('Rettet: hvem der kom mandag den 23. november')
    hours = {line['name']: line['confirmed_minutes'] for line in store.json(
        'hours', '--from', day, '--to', day)['volunteers']}
    assert (hours['Karen Holm'], hours['Lis Bæk']) == (90, 120) and hours['Bent Krag'] > 200, hours
    app.click(app.one('push-button', 'Åbn dagen igen'))
    app.says('Åbnet igen: mandag den 23. november')
    again = store.json('hours', '--from', day, '--to', day)
    assert [line['name'] for line in again['volunteers'] if line['confirmed_minutes']] == ['Karen Holm'], again
    app.close()


def job_15_of_all_days_that_nobody_confirmed():
    store = Store()
    open_days = store.json('today')['unconfirmed_days']
    assert len(open_days) > 1, open_days
    app = App(store)
    app.counts(2)
    app.click(app.one('push-button', 'Alle dage på én gang …'))
    confirm = app.one('push-button', re.compile('^Bekræft [0-9]+ dage$'))
    app.click(confirm)
    app.one('label', 'Alle dage i de sidste 13 måneder er bekræftet.')
    assert store.json('today')['unconfirmed_days'] == []
    app.count = None
    app.key('ctrl+z')
    app.one('label', re.compile('^[0-9]+ dage er ikke bekræftet$'))
    assert store.json('today')['unconfirmed_days'] == open_days
    app.close()


def job_17_a_list_from_a_spreadsheet():
    store = Store()
    rows = ['Navn\tMobil\tKan\tHvornår'] + [
        'Frivillig %d\t13 50 %02d %02d\tcafé, sang\ttirs + tors' % (n, n // 100, n % 100) for n in range(1, 121)]
    rows += ['Frivillig 7\t13500007\t\t', '\t13509999\t\t', 'Test\t12\t\t']
    before = len(store.json('list', 'volunteer'))
    app = App(store)
    copy('\n'.join(rows))
    app.counts(5)
    app.key('ctrl+shift+l')
    app.one('push-button', 'Indsæt det kopierede')
    app.key('ctrl+v')
    app.says('120 nye · 1 dublet · 2 med fejl')
    app.one('list-item', re.compile('^Række 124, fejl, Test: .*12'))
    app.one('list-item', re.compile('^Række 2, ny, Frivillig 1: 13 50 00 01 · café, sang · tirsdag og torsdag kl. 8–21'))
    assert len(store.json('list', 'volunteer')) == before
    app.click(app.one('push-button', 'Importér 120 rækker'))
    app.gone('push-button', 'Importér 120 rækker')
    assert len(store.json('list', 'volunteer')) == before + 120
    app.key('ctrl+z')
    wait('they are gone', lambda: len(store.json('list', 'volunteer')) == before)
    # The messages may be over before so long a list is read; the menu says it as long as it is true.
    app.key('F10')
    app.one('menu-item', 'Gentag: Importerede 120 rækker')
    app.close()


# ——— Taking back ———

def undo_and_redo_name_what_they_did():
    store = Store()
    app = App(store)
    app.click(app.one('push-button', 'Poul Dam, lovet'))
    app.click(app.one('menu-item', 'Kom ikke'))
    label = app.says(re.compile('^Poul Dam .*24. november')).name
    app.one('push-button', 'Poul Dam, kom ikke')
    app.key('F10')
    app.one('menu-item', 'Fortryd: ' + label)
    app.key('Escape')
    app.gone('menu')
    app.key('ctrl+z')
    app.says('Fortrudt: ' + label)
    app.one('push-button', 'Poul Dam, lovet')
    assert store.json('history', '--limit', '2')[1]['undone']
    app.key('ctrl+shift+z')
    app.says('Gentaget: ' + label)
    app.one('push-button', 'Poul Dam, kom ikke')
    # The button of the newest message takes back as well.
    app.click(app.one('push-button', 'Bent Krag, afbud'))
    app.click(app.one('menu-item', 'Kommer alligevel'))
    app.one('push-button', 'Bent Krag, lovet')
    app.click(app.one('push-button', 'Fortryd'))
    app.says(re.compile('^Fortrudt: Bent Krag'))
    app.one('push-button', 'Bent Krag, afbud')
    app.close()


# ——— From an activity to the ward's calendar ———

def published(store, place):
    """What the calendar of ward B.1 says."""
    feed, = [feed for feed in store.json('feeds') if feed['name'] == 'Frivillige i B.1']
    path = os.path.join(place, feed['file'])
    if not os.path.exists(path):
        return ''
    with open(path, encoding='utf-8', newline='') as file:
        return file.read().replace('\r\n ', '')


def copy(text):
    """To the clipboard, as a spreadsheet does."""
    subprocess.run(['xclip', '-selection', 'clipboard'], input=text, encoding='utf-8', check=True,
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def tab_to(app, role, name, key='Tab', most=60):
    """Goes there with the keyboard alone."""
    for _ in range(most):
        node = app.focused()
        if node is not None and node.role == role and stafet_story.matches(node.name, name):
            return
        before = node.path if node is not None else None
        xdotool('key', key)
        try:
            wait('the keyboard moves on', lambda: getattr(app.focused(), 'path', None) != before, 4)
        except AssertionError:
            pass
    raise AssertionError('%s “%s” is not reached with %s\n%s' % (role, name, key, app.tree().dump()))


def the_main_job_by_keyboard_alone():
    store = Store()
    app = App(store)
    place = os.path.join(store.folder, 'kalendere')
    app.key('ctrl+n')
    tab_to(app, 'text', 'Titel')
    app.keys('Guitar')
    tab_to(app, 'text', 'Skriv, som du siger det')
    app.keys('hver onsdag 10-11')
    tab_to(app, 'text', 'Opgave')
    app.keys('Guitarist')
    tab_to(app, 'push-button', 'Afdeling på et plejehjem')
    app.key('space')
    tab_to(app, 'list-item', 'Plejehjem Skovvang · B.1', 'Down')
    app.key('Return')
    wait('the list is closed', lambda: getattr(app.focused(), 'role', 'list-item') != 'list-item')
    app.key('ctrl+s')
    app.gone('text', 'Titel')
    app.key('ctrl+5')
    tab_to(app, 'list-item', re.compile('^B.1, '))
    app.key('Return')
    tab_to(app, 'text', FOLDER)
    app.keys(place)
    tab_to(app, 'push-button', 'Udgiv nu')
    app.key('space')
    app.says(re.compile('^Udgivet: 6 kalendere'))
    assert 'Guitar' in published(store, place)
    app.close()


def a_room_is_made_on_the_way():
    store = Store()
    app = App(store)
    app.key('ctrl+n')
    app.fill(app.one('text', 'Titel'), 'Petanque')
    app.fill(app.one('text', 'Skriv, som du siger det'), 'hver fredag 10-12')
    app.click(app.one('push-button', 'Nyt lokale …'))
    app.fill(app.one('text', 'Hvad hedder lokalet?'), 'Haven')
    app.click(app.one('push-button', 'Tilføj'))
    app.gone('text', 'Hvad hedder lokalet?')
    app.one('label', 'Haven')
    app.key('ctrl+s')
    app.gone('text', 'Titel')
    assert store.agenda('2026-11-27', 'Petanque')['room_name'] == 'Haven'
    app.close()


def escape_closes_what_is_open():
    app = App(Store())
    for opener, inside in (('Ny …', ('menu-item', 'Ny aktivitet')), ('Menu', ('menu-item', 'Indstillinger')),
                           ('Poul Dam, lovet', ('menu-item', 'Åbn kortet')),
                           ('Mere om Café', ('menu-item', 'Aflys denne gang …')),
                           (re.compile('^Vælg hus'), ('entry', 'Find et hus'))):
        app.click(app.all('push-button', opener)[-1])
        app.one(*inside)
        if inside[0] == 'entry':
            app.keys('m')
        app.key('Escape')
        app.gone(*inside)
        # The window has the keyboard again.
        app.key('ctrl+2')
        app.one('panel', 'Ugen')
        app.key('ctrl+1')
        app.one('list', 'Dagen')
    app.key('ctrl+4', 'ctrl+shift+f')
    app.keys('poul')
    wait('only one is found', lambda: not app.all('list-item', re.compile('^Anni Stub')))
    app.key('Escape')
    app.one('list-item', re.compile('^Anni Stub'))
    app.close()


def a_page_that_goes_takes_what_is_open_along():
    # By the actions of the accessible tree, which an open list does not keep from the rest of the window.
    app = App(Store())
    app.key('ctrl+n')
    app.one('text', 'Titel')
    app.click(app.all('push-button', 'Lokale')[-1])
    app.one('list-item', 'Lille sal')
    app.click(app.one('push-button', 'Tilbage til I dag'))
    app.one('list', 'Dagen')
    app.key('ctrl+2')
    app.one('panel', 'Ugen')
    # A window does so, too.
    app.key('ctrl+comma')
    wait('the preferences are there', lambda: len(app.tree().windows()) > 1)
    app.point(app.one('label', 'Sprog'))
    app.one('list-item', 'English')
    app.click(app.active().find('push-button', 'Luk')[0])
    wait('the preferences are gone', lambda: len(app.tree().windows()) == 1)
    app.key('ctrl+1')
    app.one('list', 'Dagen')
    app.close()


def the_main_job_by_pointer_alone():
    store = Store()
    app = App(store)
    place = os.path.join(store.folder, 'kalendere')
    app.click(app.one('push-button', 'Ny …'))
    app.click(app.one('menu-item', 'Ny aktivitet'))
    app.type(app.one('text', 'Titel'), 'Guitar')
    app.type(app.one('text', 'Skriv, som du siger det'), 'hver onsdag 10-11')
    app.type(app.one('text', 'Opgave'), 'Guitarist')
    ward = app.one('combo-box', re.compile('Afdeling på et plejehjem'))
    app.click(ward.find('push-button')[0])
    app.click(app.one('list-item', 'Plejehjem Skovvang · B.1'))
    app.click(app.one('push-button', 'Opret aktivitet'))
    app.gone('text', 'Titel')
    app.click(app.one('list-item', 'Plejehjem'))
    app.click(app.one('list-item', re.compile('^B.1, ')))
    app.type(app.one('text', FOLDER), place)
    app.click(app.one('push-button', 'Udgiv nu'))
    app.says(re.compile('^Udgivet: 6 kalendere'))
    assert 'Guitar' in published(store, place)
    app.close()


def job_13_the_week_programme_and_the_door_sheets_are_printed():
    app = App(Store())
    app.counts(2)
    app.key('ctrl+p')
    app.one('image', re.compile('^Program for uge 48, Folkehuset Møllestien, side 1 af'))
    app.one('image', re.compile('^Dørsedler for uge 48, .* side 1 af'))
    app.click(app.one('push-button', 'Udskriv …'))
    wait('the printers are offered', lambda: len(app.tree().windows()) == 2)
    app.count = None
    app.key('Escape')
    wait('they are gone', lambda: len(app.tree().windows()) == 1)
    app.close()


def job_14_the_house_is_closed_tomorrow():
    store = Store()
    app = App(store)
    app.counts(4)
    app.key('ctrl+l')
    app.one('text', 'Hvorfor? Alle læser det')
    app.keys('vandskade')
    app.says(re.compile('^Aflyser 7 gange; 11 skal ringes op'))
    app.key('Return')
    app.one('list', 'Hvem skal ringes op')
    app.key('ctrl+p')
    app.one('image', re.compile('^Ringeliste: vandskade, side 1 af'))
    entries = store.json('agenda', '--from', '2026-11-25', '--to', '2026-11-25')
    assert entries and all(entry['status'] == 'cancelled' for entry in entries), entries
    # Whoever was told is ticked off.
    app.count = None
    app.key('alt+Left')
    app.click(app.one('push-button', 'Ulla Sand: Fået besked'))
    app.says(re.compile('har fået besked$'))
    app.one('label', '11 skal ringes op, 1 af dem har fået besked')
    # And so is who is no volunteer.
    app.click(app.one('push-button', 'Signe: Fået besked'))
    app.one('label', '11 skal ringes op, 2 af dem har fået besked')
    app.close()


def holidays_are_looked_through_and_answered():
    store = Store()
    store.good('edit', 'Café', '--set', 'holidays=ask')
    app = App(store)
    app.key('ctrl+shift+g')
    app.says(re.compile('^6 gange venter på svar$'))
    # One of them alone, with the name of the day as the reason.
    app.click(app.one('push-button', 'Café, tor. 24/12: Aflys den'))
    app.says(re.compile('^5 gange venter på svar$'))
    entry = store.agenda('2026-12-24', 'Café')
    assert (entry['status'], entry['reason']) == ('cancelled', 'juleaften'), entry
    # The others all at once, and that as one step.
    app.click(app.one('push-button', 'Hold alle, der venter'))
    app.says('Intet venter på svar.')
    assert store.agenda('2027-03-25', 'Café')['status'] == 'planned'
    app.key('ctrl+z')
    app.says(re.compile('^5 gange venter på svar$'))
    app.close()


def what_goes_every_other_week_is_settled_across_week_53():
    store = Store()
    assert 'Banko' not in [entry['title'] for entry in store.json('agenda', '--from', '2027-01-08', '--to', '2027-01-08')]
    app = App(store)
    app.key('ctrl+shift+g')
    app.click(app.one('push-button', 'Banko: Fortsæt: hver 14. dag'))
    app.one('push-button', 'Banko: Fortsæt: lige uger')
    assert store.agenda('2027-01-08', 'Banko')['start'] == '2027-01-08T14:00'
    store.good('check')
    app.close()


def job_18_what_changed_since_friday_and_one_of_it_undone():
    store = Store()
    before = store.agenda('2026-12-01', 'Sløjd')
    store.good('edit', 'Sløjd', '--on', '2026-12-01', '--set', 'start=2026-12-01T16:00')
    store.good('edit', 'Bent Krag', '--set', 'call_when=efter kl. 12')
    app = App(store)
    app.counts(1)
    app.key('ctrl+shift+h')
    app.says('Start: kl. 15.00 → kl. 16.00')
    app.says('Træffes bedst: – → efter kl. 12')
    # Undo one of it, which is not the newest.
    app.count.budget += 1
    app.click(app.one('push-button', re.compile('^Fortryd: .*Sløjd')))
    app.says('fortrudt')
    assert store.agenda('2026-12-01', 'Sløjd') == before
    assert named(store, 'volunteer', 'Bent Krag')[0]['call_when'] == 'efter kl. 12'
    app.close()


def mail_program(store):
    """One that writes down what it is asked for. Returns the environment to find it in, and that file."""
    asked, script = os.path.join(store.folder, 'asked-for'), os.path.join(store.folder, 'mail.sh')
    applications, config = os.path.join(store.folder, 'data', 'applications'), os.path.join(store.folder, 'mail')
    os.makedirs(applications)
    os.makedirs(config)
    with open(script, 'w') as file:
        file.write('#!/bin/sh\nprintf "%%s\\n" "$1" >> "%s"\n' % asked)
    os.chmod(script, 0o755)
    with open(os.path.join(applications, 'post.desktop'), 'w') as file:
        file.write('[Desktop Entry]\nType=Application\nName=Post\nExec=%s %%u\n' % script)
    with open(os.path.join(config, 'mimeapps.list'), 'w') as file:
        file.write('[Default Applications]\nx-scheme-handler/mailto=post.desktop\n')
    return {'XDG_CONFIG_HOME': config}, asked


def told_of(store, *words):
    return {one['name']: one['told'] for one in store.json('recipients', *words)['recipients']}


def job_20_everybody_on_an_activity_is_written_to():
    store = Store()
    about = ('--occurrence', 'Café', '--on', TUESDAY)
    # One who would rather be rung, and one whose mail is not known.
    store.good('edit', 'Lis Bæk', '--set', 'call_how=phone')
    other = next(name for name in told_of(store, *about) if name != 'Lis Bæk')
    store.good('edit', other, '--set', 'mail=')
    env, asked = mail_program(store)
    app = App(store, env=env)
    app.counts(3)
    app.click(app.one('push-button', 'Mere om Café'))
    app.click(app.one('menu-item', 'Skriv til alle …'))
    app.one('label', 'Ringes op: 1')
    app.one('text', 'Det, der skrives')
    app.one('push-button', 'Kopiér numre')
    app.click(app.one('push-button', 'Skriv mail'))
    draft = wait('the mail program has it', lambda: os.path.exists(asked) and open(asked).read().strip())
    assert draft == store.json('recipients', *about)['drafts'][0], draft
    assert draft.startswith('mailto:?bcc='), draft
    app.says(re.compile('^Mailen ligger klar'))
    # Whoever was told is ticked, and stays so.
    app.count = None
    app.click(app.one('push-button', 'Er sendt'))
    wait('they are ticked', lambda: any(told_of(store, *about).values()))
    assert not told_of(store, *about)['Lis Bæk']
    app.click(app.one('push-button', 'Kopiér numre'))
    app.says('Numrene er kopieret.')
    app.click(app.one('push-button', 'Er sendt som sms'))
    wait('all but one are ticked', lambda: [name for name, told in told_of(store, *about).items() if not told] == ['Lis Bæk'])
    app.says(re.compile('^5 skal have besked, 4 af dem'))
    app.click(app.one('push-button', 'Lis Bæk: Fået besked'))
    app.one('label', 'Alle har fået besked.')
    wait('the store has it', lambda: all(told_of(store, *about).values()))
    app.key('alt+Left')
    app.click(app.one('push-button', 'Mere om Café'))
    app.click(app.one('menu-item', 'Skriv til alle …'))
    app.one('label', 'Alle har fået besked.')
    app.key('ctrl+z')
    app.one('push-button', 'Lis Bæk: Fået besked')
    app.close()


def the_portal_is_asked_for_a_draft_where_there_is_one():
    store = Store()
    asked = os.path.join(store.folder, 'asked-for')
    portal = subprocess.Popen(['/usr/bin/python3', os.path.join(os.path.dirname(__file__), 'mail_portal.py'), asked],
                              stdout=subprocess.PIPE, encoding='utf-8')
    try:
        assert portal.stdout.readline() == 'ready\n'
        app = App(store)
        app.key('ctrl+4')
        app.click(app.one('push-button', 'Skriv til alle …'))
        app.click(app.one('push-button', 'Skriv mail'))
        app.says(re.compile('^Mailen ligger klar'))
        draft = json.load(open(asked))
        assert len(draft['bcc']) > 10 and not draft.get('addresses') and not draft.get('cc'), draft
        assert draft['subject'] == 'Til de frivillige i Folkehuset Møllestien', draft
        app.close()
    finally:
        portal.kill()
        portal.wait()


def whoever_has_no_mail_program_gets_the_addresses():
    store = Store()
    app = App(store)
    app.key('ctrl+4')
    app.click(app.one('push-button', 'Skriv til alle …'))
    app.click(app.one('push-button', 'Skriv mail'))
    app.says(re.compile('^Intet mailprogram svarer'))
    app.close()


def job_21_a_note_taken_during_a_call():
    store = Store()
    app = App(store)
    app.counts(3)
    app.key('ctrl+t')
    app.one('text', 'Hvad skal huskes?')
    app.keys('ring til Lis om kagen')
    app.key('Return')
    app.one('list-item', re.compile('^ring til Lis om kagen'))
    app.counts(1)
    app.click(app.one('push-button', 'Gjort: ring til Lis om kagen'))
    app.gone('push-button', 'Gjort: ring til Lis om kagen')
    note, = store.json('list', 'note')
    assert note['done'] == '2026-11-24', note
    app.close()


def job_22_which_house_is_in_trouble_and_why():
    store = Store()
    house = store.good('add', 'house', '--set', 'name=Folkehuset Engen', '--set', 'kind=community')
    walk = store.good('add', 'activity', '--set', 'title=Gåtur', '--set', 'house=' + house, '--set', 'rule=FREQ=DAILY',
                     '--set', 'start=2026-11-24T13:00', '--set', 'end=2026-11-24T14:00')
    store.good('add', 'shift', '--set', 'role=Turleder', '--set', 'wanted=1', '--set', 'activity=' + walk)
    app = App(store)
    app.counts(1)
    app.key('ctrl+shift+o')
    app.says(re.compile('^Der er noget galt i 2 af [23] huse$'))
    row = app.one('list-item', re.compile('^Folkehuset Engen'))
    said = [label.name for label in row.find('label')]
    assert 'Mangler 14 af 14 pladser: 14 fast ledige' in said, said
    assert 'for få på 14 datoer' in said, said
    assert 'Gåtur · Turleder: 14 fast ledige på 14 datoer, første gang i dag kl. 13.00' in said, said
    missing = wanted = 0
    for entry in store.json('agenda', '--from', TUESDAY, '--to', '2026-12-07', '--house', 'Folkehuset Møllestien'):
        for shift in entry['shifts'] if entry['status'] != 'cancelled' else []:
            if entry['end'] > stafet_story.NOW and entry['house'] != house:
                missing, wanted = missing + shift['missing'], wanted + shift['wanted']
    row = app.one('list-item', re.compile('^Folkehuset Møllestien'))
    assert any(label.name.startswith('Mangler %d af %d pladser' % (missing, wanted)) for label in row.find('label')), (
        missing, wanted, [label.name for label in row.find('label')])
    app.count.budget += 1
    app.click(app.one('push-button', 'Folkehuset Engen: Vis huset'))
    app.one('list-item', re.compile('^Gåtur · Turleder, tirsdag den 24. november'))
    app.close()


def whoever_rings_is_found_by_four_digits():
    store = Store()
    app = App(store)
    app.counts(4)
    app.key('ctrl+f')
    app.one('entry', 'Søg i alt')
    app.keys('3142')
    app.one('list-item', 'Lis Bæk, frivillig · 13 58 31 42')
    # Her regrets are one key and a choice away.
    app.key('alt+a')
    app.click(app.one('menu-item', re.compile('^Afbud tor. 26/11')))
    app.says(re.compile('^Lis Bæk har meldt afbud til Servering torsdag den 26. november'))
    assert 'Lis Bæk' in [who['name'] for who in store.shift(THURSDAY, 'Café', 'Servering')['away']]
    app.close()


def the_search_shows_and_commands():
    app = App(Store())
    app.key('ctrl+f')
    app.one('entry', 'Søg i alt')
    app.keys('sløjd')
    app.one('list-item', re.compile('^Sløjd, aktivitet'))
    app.key('Return')
    app.one('push-button', 'Flyt …')
    app.key('ctrl+f')
    app.one('entry', 'Søg i alt')
    app.keys('nyt notat')
    app.one('list-item', re.compile('^Nyt notat, kommando'))
    app.key('Return')
    app.one('text', 'Hvad skal huskes?')
    app.key('Escape')
    app.close()


def job_19_next_week_is_filled_with_a_proposal():
    store = Store()
    asked = store.json('propose', '--house', 'Folkehuset Møllestien', '--from', '2026-11-30', '--to', '2026-12-06')
    assert asked['assignments'] and asked['empty'], asked
    app = App(store)
    app.counts(3)
    app.key('ctrl+shift+j')
    for line in asked['assignments']:
        app.one('list-item', re.compile('%s$' % re.escape(line['name'])))
        app.one('label', line['reasons'][0]['text'])
    for line in asked['empty']:
        app.one('label', re.compile(re.escape(line['because'][1:])))
    app.click(app.one('push-button', 'Sæt på som spurgt (%d)' % len(asked['assignments'])))
    app.says('Spurgt til %d pladser' % len(asked['assignments']))
    for line in asked['assignments']:
        app.one('push-button', re.compile('^%s, .*: Sagde ja$' % line['name']))
    again = store.json('propose', '--house', 'Folkehuset Møllestien', '--from', '2026-11-30', '--to', '2026-12-06')
    assert not again['assignments'], again
    app.close()


def somebody_proposed_is_left_out_and_another_asked_about():
    store = Store()
    asked = store.json('propose', '--house', 'Folkehuset Møllestien', '--from', '2026-11-30', '--to', '2026-12-06')
    first, second = asked['assignments'][:2]
    app = App(store)
    app.key('ctrl+shift+j')
    app.click(app.one('push-button', re.compile('^%s.*: Hvorfor ikke …$' % re.escape(first['occurrence']['title']))))
    app.one('text', 'Hvem tænker du på?')
    app.keys(second['name'])
    app.key('Return')
    app.says(re.compile('^%s ' % second['name']))
    app.key('Escape')
    app.gone('dialog')
    app.click(app.one('check-box', re.compile('%s$' % first['name'])))
    app.click(app.one('push-button', 'Sæt på som spurgt (%d)' % (len(asked['assignments']) - 1)))
    app.one('push-button', re.compile('^%s, .*: Sagde ja$' % second['name']))
    assert not app.all('push-button', re.compile('^%s, .*: Sagde ja$' % first['name']))
    app.click(app.one('push-button', re.compile('^%s, .*: Sagde ja$' % second['name'])))
    wait('she promised', lambda: names(store.shift(
        second['occurrence']['start'][:10], second['occurrence']['title'], second['role'])).get(second['name'])
        == 'promised')
    app.close()


def a_place_that_is_free_goes_to_who_waits():
    store = Store()
    before = store.json('signups', 'Fællesspisning', '--on', TUESDAY)
    app = App(store, size=(1280, 1000))
    app.key('ctrl+2')
    app.click(app.one('list-item', re.compile('^Fællesspisning, tirsdag den 24. november')))
    app.click(app.all('push-button', re.compile('Meld fra$'))[0])
    app.says('Der er en ledig plads: ring nu')
    app.says(re.compile('^Ring til .*: der er plads nu'))
    app.key('Escape')
    after = store.json('signups', 'Fællesspisning', '--on', TUESDAY)
    assert after['waiting'] < before['waiting'], (before, after)
    # Whoever comes now waits.
    app.click(app.one('push-button', 'Tilmeld …'))
    app.one('text', 'Navn')
    app.keys('Bodil Prøve')
    app.key('Return')
    app.one('push-button', 'Bodil Prøve: Meld fra')
    # What was misheard is put right, and she keeps her place.
    place = [one['position'] for one in store.json('list', 'signup') if one['name'] == 'Bodil Prøve']
    app.click(app.one('push-button', 'Bodil Prøve: Ret'))
    app.fill(app.one('text', 'Telefon'), '13 20 41 12')
    app.fill(app.one('text', 'Hentes på'), 'Engen 2')
    app.click(app.one('push-button', 'Gem'))
    app.gone('dialog')
    bodil, = [one for one in store.json('list', 'signup') if one['name'] == 'Bodil Prøve']
    assert (bodil['phone'], bodil['transport'], [bodil['position']]) == ('13204112', 'Engen 2', place), bodil
    app.close()


stafet_story.require_display()
stafet_story.run('stories', stafet_story.cases_of(globals(), 'names', 'named', 'published', 'copy', 'tab_to', 'on_disk',
                                                  'mail_program', 'told_of'))
