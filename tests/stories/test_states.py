#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the window says where things are not as they should be: stores, languages, what was typed, and its keys."""
import glob
import os
import re
import shutil
import sqlite3
import subprocess

import stafet_story
from stafet_story import App, Skipped, Store, wait, xdotool

NOBODY = 65534
SOURCE = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', '..', 'src', 'app')


# ——— Stores ———

def first_run_begins_an_empty_house():
    store = Store(filled=False)
    app = App(store)
    app.says('Velkommen til Stafet')
    app.type(app.one('text', 'Husets navn'), 'Lokalcenter Dalgas')
    app.click(app.one('push-button', 'Begynd med dette hus'))
    app.one('list', 'Dagen')
    assert [house['name'] for house in store.json('list', 'house')] == ['Lokalcenter Dalgas']
    assert store.json('list', 'activity') == [] and store.good('check') == ''
    app.one('label', 'Lokalcenter Dalgas')
    app.says('Her er ikke planlagt noget endnu')
    app.key('ctrl+2')
    app.one('panel', 'Ugen')
    app.click(app.one('push-button', 'Læs en liste ind …'))
    app.one('push-button', 'Indsæt det kopierede')
    app.close()


def a_house_without_rooms_says_so():
    store = Store(filled=False)
    store.good('init')
    store.good('add', 'house', '--set', 'name=Ravnely', '--set', 'kind=community')
    app = App(store)
    app.key('ctrl+2', 'alt+4')
    app.says('Der er ingen lokaler endnu.')
    app.click(app.one('push-button', 'Lokaler og busser'))
    app.one('push-button', 'Nyt lokale eller ny bus …')
    app.close()


def first_run_says_why_a_name_is_none():
    store = Store(filled=False)
    app = App(store)
    app.click(app.one('push-button', 'Begynd med dette hus'))
    name = app.one('text', 'Husets navn')
    wait('a sentence', lambda: [label for label in app.all('label') if len(label.name) > 20
                                and label.name.endswith('.') and 'navn' in label.name.lower()])
    app.type(name, 'Hus 010170-1234')
    app.click(app.one('push-button', 'Begynd med dette hus'))
    app.says(re.compile('CPR'))
    assert name.text() == 'Hus 010170-1234' and not os.path.exists(store.path)
    app.close()


def trouble(app, title, words):
    app.says(title)
    app.says(re.compile(words))
    app.one('label', app.store.path)
    app.one('push-button', 'Prøv igen')
    assert not app.all('text', 'Husets navn'), 'the first run shows too'


def a_damaged_store_is_explained_and_tried_again():
    store = Store()
    with open(store.path, 'rb') as file:
        whole = file.read()
    with open(store.path, 'wb') as file:
        file.write(b'something else entirely ' * 400)
    app = App(store)
    trouble(app, 'Planen kan ikke læses', 'beskadiget')
    with open(store.path, 'wb') as file:
        file.write(whole)
    app.click(app.one('push-button', 'Prøv igen'))
    app.one('list-item', '2 pladser mangler')
    app.close()


def a_foreign_store_is_explained():
    store = Store(filled=False)
    with sqlite3.connect(store.path) as other:
        other.execute('CREATE TABLE songs (title TEXT)')
    app = App(store)
    trouble(app, 'Det er ikke en plan fra Stafet', 'Stafet')
    app.close()


def a_newer_store_is_explained():
    store = Store()
    with sqlite3.connect(store.path) as other:
        other.execute('UPDATE store_meta SET readable_from = 99')
    app = App(store)
    trouble(app, 'Planen er fra en nyere Stafet', 'nyere')
    app.close()


def as_nobody(case):
    """Runs one story again as a user to whom files can be read-only, on a bus of that user's own, from a copy of the
    program that he may read."""
    place = os.path.join(stafet_story.folder, 'nobody')
    build = os.path.dirname(os.path.dirname(os.path.dirname(stafet_story.stafet)))
    for path in ('src/app/stafet', 'src/cli/stafetctl', 'data/gschemas.compiled'):
        os.makedirs(os.path.join(place, os.path.dirname(path)), exist_ok=True)
        shutil.copy(os.path.join(build, path), os.path.join(place, path))
    shutil.copytree(os.environ['STAFET_LOCALE_DIR'], os.path.join(place, 'po'))
    os.makedirs(os.path.join(place, 'tests'))
    for path in glob.glob(os.path.join(os.path.dirname(os.path.abspath(__file__)), '*.py')):
        shutil.copy(path, os.path.join(place, 'tests'))
    own = os.path.join(place, 'own')
    os.makedirs(own)
    os.chown(own, NOBODY, NOBODY)
    environment = {**os.environ, 'HOME': own, 'TMPDIR': own, 'GSETTINGS_SCHEMA_DIR': os.path.join(place, 'data'),
                   'STAFET_LOCALE_DIR': os.path.join(place, 'po')}
    for name in ('STAFET_STORY', 'XDG_RUNTIME_DIR', 'XDG_CONFIG_HOME', 'XDG_DATA_HOME', 'XDG_CACHE_HOME'):
        environment.pop(name, None)
    done = subprocess.run(['setpriv', '--reuid', str(NOBODY), '--regid', str(NOBODY), '--clear-groups', '/usr/bin/python3',
                           os.path.join(place, 'tests', os.path.basename(__file__)),
                           os.path.join(place, 'src/app/stafet'), os.path.join(place, 'src/cli/stafetctl'), case],
                          cwd=own, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding='utf-8')
    assert done.returncode == 0 and 'ok 1 ' in done.stdout and 'SKIP' not in done.stdout, done.stdout + done.stderr[-2000:]


def a_read_only_store_can_be_read():
    # To the superuser no file is read-only.
    if os.geteuid() == 0:
        if shutil.which('setpriv') is None:
            raise Skipped('to the superuser no file is read-only, and setpriv is not here')
        as_nobody('a_read_only_store')
        return
    store = Store()
    before = store.json('history')
    os.chmod(store.path, 0o444)
    os.chmod(store.folder, 0o555)
    try:
        app = App(store)
        app.says(re.compile('^Planen kan kun læses'))
        app.one('list-item', '2 pladser mangler')
        app.click(app.one('push-button', 'Alle mødte som planlagt'))
        app.says(re.compile('skrivebeskyttet'))
        assert not app.all('check-box', 'Poul Dam kom', ['checked'])
        app.close()
    finally:
        os.chmod(store.folder, 0o755)
    assert store.json('history') == before


# ——— Languages ———

def danish_is_spoken_under_any_locale():
    for locale in ('C', 'en_US.UTF-8'):
        app = App(Store(), env={'LC_ALL': locale, 'LANG': locale})
        app.one('list-item', '2 pladser mangler')
        app.one('push-button', 'Alle mødte som planlagt')
        app.one('push-button', 'Luk')
        app.close()


def english_is_spoken_when_asked_for():
    app = App(Store(), '--lang', 'en')
    app.one('list-item', '2 places are missing')
    app.close()


# ——— What was typed ———

def editor(app, **texts):
    app.key('ctrl+n')
    fields = {'title': 'Titel', 'when': 'Skriv, som du siger det', 'start': 'Fra', 'end': 'Til', 'first': 'Første gang'}
    for key, text in texts.items():
        app.type(app.one('text', fields[key]), text)
    return {key: app.one('text', fields[key]) for key in texts}


def refused(app, store, words, **texts):
    """It says so in a sentence, keeps what was typed, and writes nothing."""
    before = store.json('list', 'activity')
    fields = editor(app, **texts)
    app.click(app.one('push-button', 'Opret aktivitet'))
    sentence = app.says(re.compile(words)).name
    assert len(sentence) > 15 and sentence.endswith(('.', '?')), sentence
    assert {key: field.text() for key, field in fields.items()} == texts
    assert store.json('list', 'activity') == before
    app.click(app.one('push-button', 'Tilbage til I dag'))
    app.one('list', 'Dagen')


def bad_input_is_refused_in_place():
    store = Store()
    app = App(store)
    for words, texts in (
            ('25.61', {'title': 'Kor', 'start': '25.61', 'end': '15', 'first': '1/12'}),
            ('Den dato findes ikke', {'title': 'Kor', 'start': '14', 'end': '15', 'first': '31/2'}),
            ('CPR', {'title': 'Kor for 010170-1234', 'start': '14', 'end': '15', 'first': '1/12'}),
            ('før begyndelsen', {'title': 'Kor', 'start': '15', 'end': '14', 'first': '1/12'}),
            ('før begyndelsen', {'title': 'Kor', 'when': 'hver torsdag 15-14'}),
            ('Hvad hedder den', {'title': '', 'start': '14', 'end': '15', 'first': '1/12'})):
        refused(app, store, words, **texts)
    app.close()


def a_store_that_is_gone_is_said_and_nothing_is_lost():
    store = Store()
    app = App(store)
    editor(app, title='Kor', when='hver torsdag 7-8')
    os.rename(store.path, store.path + '.væk')
    app.key('ctrl+s')
    app.says(re.compile('^Dataene er ikke længere i .* Intet er gemt'))
    assert app.one('text', 'Titel').text() == 'Kor'
    os.rename(store.path + '.væk', store.path)
    app.key('ctrl+s')
    app.gone('text', 'Titel')
    assert store.agenda('2026-11-26', 'Kor')['start'] == '2026-11-26T07:00'
    app.close()


def a_double_booking_is_said_and_a_free_room_offered():
    store = Store()
    app = App(store)
    editor(app, title='Kor', start='9.30', end='10', first='26/11')
    app.click(app.one('combo-box', 'Lokale').find('push-button')[0])
    app.click(app.one('list-item', 'Store sal'))
    app.says(re.compile('Store sal.*Stolegymnastik|Stolegymnastik.*Store sal'))
    free = app.one('push-button', re.compile('som er ledig'))
    before = len(store.json('list', 'activity'))
    app.click(app.one('push-button', 'Opret aktivitet'))
    app.one('label', 'Gem alligevel?')
    app.click(app.one('push-button', 'Tilbage og ret'))
    app.gone('label', 'Gem alligevel?')
    assert len(store.json('list', 'activity')) == before and app.one('text', 'Titel').text() == 'Kor'
    app.click(free)
    app.gone('push-button', free.name)
    app.click(app.one('push-button', 'Opret aktivitet'))
    app.gone('text', 'Titel')
    kor, = [activity for activity in store.json('list', 'activity') if activity['title'] == 'Kor']
    assert kor['start'] == '2026-11-26T09:30' and kor['room'], kor
    app.close()


def what_is_begun_is_kept():
    store = Store()
    app = App(store)
    editor(app, title='Kor i kælderen')
    app.key('ctrl+2')
    app.one('panel', 'Ugen')
    app.key('ctrl+n')
    app.says('Du fortsætter, hvor du slap.')
    assert app.one('text', 'Titel').text() == 'Kor i kælderen'
    app.close()


# ——— Keys ———

def keys_of(table):
    """Titles and how many ways each has, from the table in the source that sets the accelerators."""
    with open(os.path.join(SOURCE, 'stafet-actions.c'), encoding='utf-8') as file:
        text = file.read()
    rows = re.findall(r'\{ "([^"]+)",\s*\{ ([^}]*) \},\s*N_ \("([^"]*)"\)', text[text.index('stafet_shortcuts[]'):])
    return [(title, re.findall('"([^"]+)"', keys)) for _, keys, title in rows]


def spelled(accelerator):
    """"Ctrl+1" of "<Control>1". GTK's own words are Danish whatever language the program was asked for."""
    names = {'Control': 'Ctrl', 'Shift': 'Skift'}
    *modifiers, key = re.findall('<[^>]+>|[^<>]+', accelerator)
    order = [name for name in ('<Shift>', '<Control>', '<Alt>') if name in modifiers]
    key = {'plus': '+', 'minus': '-', 'comma': ',', 'question': '?', 'Left': 'Venstre'}.get(key, key.replace('_', ' '))
    return '+'.join([names.get(name[1:-1], name[1:-1]) for name in order] + [key.upper() if len(key) == 1 else key])


def the_shortcuts_window_lists_every_key():
    table = keys_of('stafet_shortcuts')
    assert len(table) > 20, table
    app = App(Store(), '--lang', 'en')
    app.key('F1')
    wait('the window', lambda: 'modal' in app.active().states)
    app.one('label', 'Go to')
    shown = ['%s: %s' % (node.name, node.description) for node in app.active().within() if node.role == 'list-item']
    for title, ways in table:
        wanted = '%s: %s' % (title, ', '.join(spelled(way) for way in ways if 'KP_' not in way))
        assert wanted in shown, '%s\n%s' % (wanted, '\n'.join(shown))
    app.key('Escape')
    wait('the window is gone', lambda: len(app.tree().windows()) == 1)
    app.close()


# ——— Single instance ———

def a_second_start_shows_the_window_that_is_there():
    store = Store(filled=False)
    os.makedirs(os.path.join(store.folder, 'data', 'stafet'))
    shutil.copy(Store().path, os.path.join(store.folder, 'data', 'stafet', 'stafet.db'))
    command = [stafet_story.stafet, '--now', stafet_story.NOW]
    app = App(store, command=command)
    app.one('list-item', '2 pladser mangler')
    again = subprocess.run(command, env=app.environment, timeout=stafet_story.PATIENCE, stderr=subprocess.PIPE)
    assert again.returncode == 0 and again.stderr == b'', again
    assert len(app.tree().windows()) == 1
    app.close()


def prints_to_a_file(app, pages=None):
    app.click(app.one('push-button', 'Udskriv …'))
    wait('the printers are offered', lambda: len(app.tree().windows()) == 2)
    app.click(app.one('label', 'Udskriv til fil'))
    if pages is not None:
        app.click(app.one('check-box', 'S_ider:'))
        app.type(app.active().find('text')[0], pages)
    app.click(app.one('push-button', re.compile('^_Udskriv')))


def pages_that_are_not_there_are_told():
    app = App(Store())
    printed = os.path.join(app.environment['HOME'], 'output.pdf')
    app.key('ctrl+p')
    app.one('image', re.compile('^Program for uge 48, .* side 1 af'))
    prints_to_a_file(app, '99')
    said = app.says(re.compile('^Intet blev udskrevet: de valgte sider findes ikke. Der er [0-9]+ sider.$')).name
    assert not os.path.exists(printed)
    # What is chosen while it is printed is not part of it.
    prints_to_a_file(app)
    app.click(app.one('check-box', re.compile('^Dørsedler')))
    wait('it is printed', lambda: os.path.exists(printed))
    told = wait('it is whole', lambda: subprocess.run(['pdfinfo', printed], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                                                      encoding='utf-8').stdout)
    assert re.search('Pages: +(.*)', told).group(1) == re.search('[0-9]+', said).group(), (told, said)
    app.close()


stafet_story.require_display()
stafet_story.run('stories', stafet_story.cases_of(globals(), 'as_nobody', 'trouble', 'prints_to_a_file', 'editor', 'refused', 'keys_of', 'spelled'))
