#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the desktop asks of the program over the session bus."""
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
    app.close()


stafet_story.require_display()
stafet_story.run('desktop', stafet_story.cases_of(globals()))
