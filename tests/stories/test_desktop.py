#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the desktop asks of the program over the session bus: actions of its icon, its search, its notifications."""
import configparser
import json
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
    # And where she who looks after the program says so, nobody's name.
    assert app.found('aase', 'kj') == [('Åse Kjær', 'frivillig')]
    identifier = app.identifier('aase', 'kj')
    app.key('ctrl+comma')
    app.click(app.one('check-box', 'Find frivillige ved navn i skrivebordets søgning'))
    wait('nobody is found', lambda: app.found('aase', 'kj') == [])
    assert app.search('GetResultMetas', '(as)', [identifier], answer='(aa{sv})')[0] == []
    assert app.found('krolf') != []
    app.key('Escape')
    app.close()


def nonsense_from_outside_leads_nowhere():
    app = Known()
    for name, target in (('show-day', GLib.Variant('i', 2147483647)), ('show-day', GLib.Variant('i', -2147483648)),
                         ('find', GLib.Variant('(si)', ('nobody', -5))), ('find', GLib.Variant('s', 'x')),
                         ('nothing', None), ('today', None)):
        try:
            app.act(name, target)
        except GLib.Error:
            pass
    for identifier in ('', 'x', 'phone:1', 'volunteer:', 'command:win.undo', 'command:app.quit', 'activity:\u00e5'):
        app.search('ActivateResult', '(sasu)', identifier, [], 4294967295)
        assert app.search('GetResultMetas', '(as)', [identifier], answer='(aa{sv})')[0] == []
    assert app.search('GetInitialResultSet', '(as)', [], answer='(as)')[0] == []
    assert app.search('GetInitialResultSet', '(as)', ['\u0301', '', '%s' * 1000], answer='(as)')[0] == []
    app.act('today')
    app.one('list', 'Dagen')
    app.close()


def the_desktop_finds_without_a_window():
    asked = "gdbus call --session -d %s -o %s/SearchProvider -m org.gnome.Shell.SearchProvider2.%s" % (NAME, PATH, '%s')
    script = ' && '.join([
        (asked % 'GetInitialResultSet') + " \"['krolf']\" | grep -q activity:",
        (asked % 'ActivateResult') + " command:win.new-activity \"['ny']\" 0"])
    app = Known('--gapplication-service', before_window=script)
    app.one('text', 'Titel')
    app.close()



# ——— Notifications ———

SERVER = """
import json
from gi.repository import Gio, GLib
METHOD = '<method name="%s">%s</method>'
ARGUMENT = '<arg type="%s" direction="in"/>'
INTERFACE = '<node><interface name="org.gtk.Notifications">%s</interface></node>' % (
    METHOD % ('AddNotification', ARGUMENT % 's' + ARGUMENT % 's' + ARGUMENT % 'a{sv}')
    + METHOD % ('RemoveNotification', ARGUMENT % 's' + ARGUMENT % 's'))

def call(connection, sender, path, interface, method, parameters, invocation):
    print(json.dumps([method, *parameters.unpack()]), flush=True)
    invocation.return_value(None)

def export(connection, name):
    connection.register_object('/org/gtk/Notifications', Gio.DBusNodeInfo.new_for_xml(INTERFACE).interfaces[0],
                               call, None, None)

Gio.bus_own_name(Gio.BusType.SESSION, 'org.gtk.Notifications', 0, export,
                 lambda connection, name: print('[]', flush=True), None)
GLib.MainLoop().run()
"""


class Desktop:
    """Takes the notifications of the program as the shell does, and writes them down."""

    def __init__(self):
        self.path = os.path.join(stafet_story.folder, 'notifications')
        with open(self.path, 'wb') as log:
            self.process = subprocess.Popen(['/usr/bin/python3', '-c', SERVER], stdout=log)
        wait('the desktop takes notifications', self.lines)

    def lines(self):
        with open(self.path, encoding='utf-8') as log:
            return [json.loads(line) for line in log]

    def shown(self):
        """What stands there now: id → (title, body, action, target)."""
        there = {}
        for method, *rest in self.lines()[1:]:
            if method == 'AddNotification':
                name, identifier, what = rest
                assert name == NAME
                there[identifier] = (what['title'], what['body'], what['default-action'],
                                     what.get('default-action-target'))
            else:
                there.pop(rest[1], None)
        return there

    def end(self):
        self.process.terminate()
        self.process.wait()


def look_away(app):
    xid, _ = app.xid()
    xdotool('windowminimize', xid)
    wait('no window has the keyboard', lambda: app.active() is None)
    return xid


def others_change_the_plan_while_nobody_looks():
    desktop = Desktop()
    app = Known()
    app.one('list', 'Dagen')
    look_away(app)
    app.store.good('regret', 'Strikkevært', 'Karen Holm', '--on', '2026-11-24')
    wait('a hole is told', desktop.shown, 20)
    (identifier, what), = desktop.shown().items()
    assert what[:3] == ('Der mangler 1 i dag', 'kl. 10.30–12.00 · Strikkeklub · Strikkevært', 'app.find'), what
    # The hole is told once, however often the program looks, and the note without what it says.
    app.store.good('add', 'note', '--set', 'text=Ring til Karen Holm', '--set', 'on=2026-11-24')
    wait('a note is told', lambda: len(desktop.shown()) == 2, 20)
    assert 'Karen' not in json.dumps(desktop.lines()) and len(desktop.lines()) == 3, desktop.lines()
    # Solved by somebody else, and not after all.
    app.store.good('assign', 'Strikkevært', 'Karen Holm', '--on', '2026-11-24')
    wait('the hole is taken back', lambda: identifier not in desktop.shown(), 20)
    app.store.good('undo')
    wait('the hole is told again', lambda: identifier in desktop.shown(), 20)
    # A click leads to those who can be asked, and what was seen goes.
    app.act(what[2].rpartition('.')[2], GLib.Variant('(si)', what[3]))
    app.says(re.compile('^Kan spørges'))
    app.says(re.compile('Strikkeklub'))
    wait('all of it was seen', lambda: desktop.shown() == {}, 20)
    app.close()
    desktop.end()


def nothing_is_told_where_it_is_not_wanted():
    desktop = Desktop()
    app = Known()
    app.key('ctrl+comma')
    app.click(app.one('check-box', 'Giv besked, mens jeg arbejder i et andet vindue'))
    app.key('Escape')
    app.gone('text', 'Et hus kaldes')
    xid = look_away(app)
    app.store.good('regret', 'Strikkevært', 'Karen Holm', '--on', '2026-11-24')
    wait('the program has read it', lambda: app.all('list-item', '3 pladser mangler'), 20)
    assert desktop.shown() == {}
    xdotool('windowactivate', xid)
    wait('the window has the keyboard', app.active)
    app.close()
    desktop.end()


stafet_story.require_display()
stafet_story.run('desktop', stafet_story.cases_of(globals(), 'look_away'))
