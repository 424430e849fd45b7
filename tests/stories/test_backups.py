#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Backups in the real window: one is taken, one is put back after saying what that does, and a plan that cannot be
read is saved by one; and how a house begins."""
import os
import re

import stafet_story
from stafet_story import App, Store, wait


def volunteers(store):
    return {volunteer['name'] for volunteer in store.json('list', 'volunteer')}


def ask(app, title):
    """Presses the button of the backup of that title, and waits for the question."""
    app.click(app.one('push-button', re.compile(title + '.*: Gendan …')))
    return app.one('label', 'Gendan denne sikkerhedskopi?')


def a_backup_is_taken_and_put_back():
    store = Store()
    app = App(store)
    app.key('ctrl+shift+b')
    app.says('Der er ingen sikkerhedskopi endnu.')
    app.click(app.one('push-button', 'Tag en sikkerhedskopi nu'))
    app.says('Taget tirsdag den 24. november 2026 kl. 10.40')
    assert os.listdir(store.path + '.backups') == ['2026-11-24T1040.db']
    store.good('add', 'volunteer', '--set', 'name=Asta Prøve')
    app.one('push-button', 'Tag en sikkerhedskopi nu')
    ask(app, 'Taget')
    app.says(re.compile('1 ændring siden da går tabt.*Ctrl\\+Z', re.S))
    app.key('Escape')
    app.gone('label', 'Gendan denne sikkerhedskopi?')
    assert 'Asta Prøve' in volunteers(store)
    ask(app, 'Taget')
    app.click(app.one('push-button', 'Gendan'))
    app.says(re.compile('^Sikkerhedskopien er gendannet'))
    app.one('list-item', '2 pladser mangler')
    assert 'Asta Prøve' not in volunteers(store) and store.good('check') == ''
    # The replaced plan brings her back.
    app.key('ctrl+shift+b')
    ask(app, 'Planen, før en sikkerhedskopi')
    app.says(re.compile('1 ændring, som planen ikke har nu, kommer tilbage'))
    app.click(app.one('push-button', 'Gendan'))
    wait('she is back', lambda: 'Asta Prøve' in volunteers(store))
    app.says(re.compile('^Sikkerhedskopien er gendannet'))
    app.close()


def a_damaged_backup_is_refused():
    store = Store()
    app = App(store)
    app.key('ctrl+shift+b')
    app.click(app.one('push-button', 'Tag en sikkerhedskopi nu'))
    button = app.one('push-button', re.compile('^Taget.*: Gendan …'))
    path = os.path.join(store.path + '.backups', '2026-11-24T1040.db')
    with open(path, 'r+b') as file:
        file.seek(-8192, os.SEEK_END)
        file.write(b'U' * 8192)
    before = store.json('history')
    app.click(button)
    app.says('Den fil kan ikke gendannes')
    app.says(re.compile('^2026-11-24T1040.db er beskadiget .* Vælg en anden sikkerhedskopi.$'))
    app.key('Escape')
    app.gone('label', 'Den fil kan ikke gendannes')
    assert store.json('history') == before
    app.close()


def a_damaged_plan_is_saved_by_its_newest_backup():
    store = Store()
    store.good('add', 'volunteer', '--set', 'name=Asta Prøve')
    with open(store.path, 'wb') as file:
        file.write(b'something else entirely ' * 400)
    for suffix in ('-wal', '-shm'):
        if os.path.exists(store.path + suffix):
            os.remove(store.path + suffix)
    app = App(store)
    app.says('Planen kan ikke læses')
    ask(app, 'Tirsdag den 24. november 2026')
    app.click(app.one('push-button', 'Gendan'))
    app.one('list-item', '2 pladser mangler')
    app.says(re.compile('^Sikkerhedskopien er gendannet'))
    assert 'Asta Prøve' not in volunteers(store) and store.good('check') == ''
    with open(store.path + '.before-restore', 'rb') as file:
        assert file.read().startswith(b'something else')
    app.close()


def a_plan_that_is_gone_comes_back():
    store = Store()
    store.good('add', 'volunteer', '--set', 'name=Asta Prøve')
    for name in os.listdir(store.folder):
        if name.startswith('stafet.db') and name != 'stafet.db.backups':
            os.remove(os.path.join(store.folder, name))
    app = App(store)
    app.says('Planen er væk')
    ask(app, 'Tirsdag den 24. november 2026')
    app.click(app.one('push-button', 'Gendan'))
    app.one('list-item', '2 pladser mangler')
    app.close()


# ——— The first run ———

def a_house_begins_with_a_list():
    store = Store(filled=False)
    app = App(store)
    app.type(app.one('text', 'Husets navn'), 'Lokalcenter Dalgas')
    app.click(app.one('push-button', 'Begynd med at indsætte en liste fra et regneark'))
    app.one('push-button', 'Indsæt det kopierede')
    assert [house['name'] for house in store.json('list', 'house')] == ['Lokalcenter Dalgas']
    app.close()


stafet_story.require_display()
stafet_story.run('stories', stafet_story.cases_of(globals(), 'volunteers', 'ask'))
