#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""School holidays, holidays and closed days in the real window."""
import os
import re
import tempfile

import stafet_story
from stafet_story import App, Store, wait

TABLE = ('Fra;Til;Tekst\n26/6/2027;8/8/2027;Sommerferie\nsnart;29-03-2027;Påske\n')


def holidays(store):
    return sorted(holiday['text'] for holiday in store.json('list', 'school_holiday'))


def school_holidays_come_from_a_file():
    store = Store()
    before = holidays(store)
    path = os.path.join(tempfile.mkdtemp(prefix='lister-', dir=stafet_story.folder), 'ferier.csv')
    with open(path, 'w', encoding='utf-8') as file:
        file.write(TABLE)
    # The chooser looks into files of the folders that it shows, home first: not into the store.
    app = App(store, env={'HOME': os.path.dirname(path)}, command=[
        'env', '-C', os.path.dirname(path), stafet_story.stafet, '--store', store.path, '--now', stafet_story.NOW])
    app.key('ctrl+shift+g')
    app.click(app.one('push-button', 'Hent skoleferier fra en fil …'))
    wait('the file is asked for', lambda: len(app.tree().windows()) > 1)
    # A name that begins with a slash is typed into the chooser as it is.
    app.keys(path)
    app.key('Return')
    app.says('Skoleferier fra ferier.csv')
    app.says(re.compile('^Linje 3: »snart« og »29-03-2027« er ikke begge datoer'))
    app.says(re.compile('^1 skoleferie er ny. 1 linje kan ikke forstås'))
    assert holidays(store) == before
    app.click(app.one('push-button', 'Hent'))
    wait('they are there', lambda: holidays(store) == sorted(before + ['Sommerferie']))
    app.click(app.one('push-button', 'Sommerferie, 26. juni – 8. august 2027: Slet'))
    wait('it is gone', lambda: holidays(store) == before)
    app.key('ctrl+z', 'ctrl+z')
    wait('neither was', lambda: holidays(store) == before)
    app.close()


def thousands_of_dates_are_shown_some_at_a_time():
    store = Store(filled=False)
    store.good('init', '--example', 'municipality')
    # The tree of a whole municipality is read all the while, which takes longer than anything that a person does.
    app = App(store, env={'STAFET_WATCHDOG_MS': '1000'} if 'STAFET_WATCHDOG_MS' in os.environ else {}, size=(1280, 820))
    app.key('ctrl+shift+g')
    dates = app.one('list', 'Helligdage og lukkedage')

    def count():
        return len(app.one('list', dates.name).find('list-item'))
    wait('the first are there', lambda: count() >= 90)
    first = count()
    app.click(app.one('push-button', 'Vis flere datoer'))
    wait('more are there', lambda: count() >= first + 90)
    app.close()


stafet_story.require_display()
stafet_story.run('holidays', stafet_story.cases_of(globals(), 'holidays'))
