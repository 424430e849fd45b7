#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the desktop asks of the program over the session bus: actions of its icon, its search, its notifications."""
import configparser
import os
import re
import shutil
import subprocess

from gi.repository import Gio, GLib

import stafet_story
from stafet_story import NOW, App, Store, wait, xdotool

DATA = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', '..', 'data')
NAME, PATH = 'dk.stafet.Stafet', '/dk/stafet/Stafet'


# ——— The program as the desktop knows it ———

class Known(App):
    """The program on the plan of its user: the one that has the name on the bus."""

    def __init__(self, *words, before_window=None, store=None):
        store = store or Store()
        place = os.path.join(store.folder, 'data', 'stafet')
        os.makedirs(place)
        if os.path.exists(store.path):
            shutil.move(store.path, os.path.join(place, 'stafet.db'))
        store.path = os.path.join(place, 'stafet.db')
        helper = None
        if before_window is not None:
            # Once it has its name it is asked in the way that the desktop asks, before it has any window.
            helper = subprocess.Popen(['sh', '-c', 'gdbus wait --session %s && %s' % (NAME, before_window)],
                                      stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        super().__init__(store, command=[stafet_story.stafet, '--now', NOW, *words])
        if helper is not None:
            assert helper.wait(stafet_story.PATIENCE) == 0

    def call(self, path, interface, method, signature, *args, answer=None):
        session = Gio.bus_get_sync(Gio.BusType.SESSION)
        return session.call_sync(NAME, path, interface, method, GLib.Variant(signature, args),
                                 GLib.VariantType(answer) if answer else None, 0, 20000, None).unpack()

    def act(self, name, target=None):
        self.call(PATH, 'org.freedesktop.Application', 'ActivateAction', '(sava{sv})', name,
                  [target] if target is not None else [], {})

    def search(self, method, signature, *args, answer=None):
        return self.call(PATH + '/SearchProvider', 'org.gnome.Shell.SearchProvider2', method, signature, *args,
                         answer=answer)

    def found(self, *terms):
        """(name, description) of what is found, in its order."""
        ids = self.search('GetInitialResultSet', '(as)', list(terms), answer='(as)')[0]
        metas = self.search('GetResultMetas', '(as)', ids, answer='(aa{sv})')[0]
        assert [meta['id'] for meta in metas] == ids
        return [(meta['name'], meta['description']) for meta in metas]

    def identifier(self, *terms):
        return self.search('GetInitialResultSet', '(as)', list(terms), answer='(as)')[0][0]


# ——— Actions of the icon ———

def the_desktop_file_offers_what_the_program_does():
    file = configparser.ConfigParser(interpolation=None, delimiters=['='])
    file.optionxform = str
    file.read(os.path.join(DATA, NAME + '.desktop'), encoding='utf-8')
    offered = file['Desktop Entry']['Actions'].strip(';').split(';')
    app = Known()
    there = app.call(PATH, 'org.gtk.Actions', 'List', '()', answer='(as)')[0]
    for name in offered:
        section = file['Desktop Action ' + name]
        assert section['Name[da]'] and section['Exec'] == 'gapplication action %s %s' % (NAME, name), name
        assert name in there, name
    app.close()


def actions_of_the_icon_lead_to_their_page():
    app = Known()
    app.act('week')
    app.says('23.–29. november')
    app.act('new-activity')
    app.one('text', 'Titel')
    app.act('find-volunteer')
    app.says(re.compile('^Kan spørges'))
    app.says(re.compile('Café'))
    app.act('today')
    app.one('list', 'Dagen')
    app.act('new-note')
    app.one('text', 'Hvad skal huskes?')
    xdotool('key', 'Escape')
    app.close()


def actions_begin_the_program_where_it_is_not_open():
    for action, role, name in (('new-activity', 'text', 'Titel'), ('find-volunteer', 'label', re.compile('^Kan spørges'))):
        app = Known('--gapplication-service', before_window='gapplication action %s %s' % (NAME, action))
        app.one(role, name)
        app.close()


def an_action_without_a_plan_says_welcome():
    app = Known('--gapplication-service', store=Store(filled=False),
                before_window='gapplication action %s new-activity' % NAME)
    app.says('Velkommen til Stafet')
    app.act('week')
    app.says('Velkommen til Stafet')
    assert app.search('GetInitialResultSet', '(as)', ['krolf'], answer='(as)')[0] == []
    app.close()


# ——— The search of the desktop ———

def the_desktop_finds_things_and_shows_them():
    app = Known()
    assert app.found('krolf') == [('Krolf', 'aktivitet · Folkehuset Møllestien')]
    assert ('Store sal', 'lokale · Folkehuset Møllestien') in app.found('store', 'sal')
    assert app.found('ny', 'akt')[0] == ('Ny aktivitet', 'kommando · Ctrl+N')
    assert app.found('aase', 'kj') == [('Åse Kjær', 'frivillig')]
    first = app.search('GetInitialResultSet', '(as)', ['kr'], answer='(as)')[0]
    fewer = app.search('GetSubsearchResultSet', '(asas)', first, ['krolf'], answer='(as)')[0]
    assert fewer == [app.identifier('krolf')]
    app.search('ActivateResult', '(sasu)', app.identifier('aase', 'kj'), ['aase', 'kj'], 0)
    app.one('push-button', re.compile('^Fravær'))
    app.search('ActivateResult', '(sasu)', app.identifier('krolf'), ['krolf'], 0)
    app.says(re.compile('^Krolf'))
    app.search('ActivateResult', '(sasu)', 'activity:gone', ['krolf'], 0)
    app.says('Det er ikke længere i planen.')
    app.search('LaunchSearch', '(asu)', ['store', 'sal'], 0)
    wait('what was searched for stands there', lambda: any(
        node.text() == 'store sal' for node in app.all(('text', 'entry'))))
    app.close()


def the_desktop_is_told_nothing_private():
    app = Known()
    people = app.store.json('list', 'volunteer')
    numbers = [phone for person in people for phone in person['phones']]
    protected = [person for person in people if person['protected']]
    assert protected and numbers
    # The last four digits of everybody find names, and no answer has a number or who is protected in it.
    for person in people:
        words = person['phones'][0][-4:] if person['phones'] else person['name']
        text = repr(app.found(words)).replace(' ', '')
        assert not any(number in text for number in numbers), text
        assert not any(other['name'].replace(' ', '') in text for other in protected), text
    assert app.found(protected[0]['name']) == []
    app.close()


def the_desktop_finds_without_a_window():
    asked = "gdbus call --session -d %s -o %s/SearchProvider -m org.gnome.Shell.SearchProvider2.%s" % (NAME, PATH, '%s')
    script = ' && '.join([
        (asked % 'GetInitialResultSet') + " \"['krolf']\" | grep -q activity:",
        (asked % 'ActivateResult') + " command:win.new-activity \"['ny']\" 0"])
    app = Known('--gapplication-service', before_window=script)
    app.one('text', 'Titel')
    app.close()



stafet_story.require_display()
stafet_story.run('desktop', stafet_story.cases_of(globals()))
