#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Hundreds of random actions leave the store sound, stderr clean and the program alive.

STAFET_SEED repeats a run; without it every run of a release is the same.
"""
import os
import random
import re

import stafet_story
from stafet_story import App, GLib, Store, pick, xdotool

ACTIONS = 300
KEYS = ['ctrl+1', 'ctrl+2', 'ctrl+3', 'ctrl+4', 'ctrl+5', 'alt+1', 'alt+2', 'alt+3', 'alt+4', 'alt+Page_Up', 'alt+Page_Down', 'alt+Home', 'alt+Left', 'ctrl+f',
        'ctrl+h', 'ctrl+n', 'ctrl+shift+n', 'ctrl+s', 'ctrl+shift+m', 'ctrl+z', 'ctrl+shift+z', 'ctrl+plus', 'ctrl+minus',
        'ctrl+0', 'F9', 'F10', 'F1', 'ctrl+comma', 'Escape', 'Escape', 'Tab', 'Down', 'Up', 'space', 'Return', 'Left', 'Right', 'alt+Down', 'alt+Right', 'alt+shift+Down', 'shift+Down', 'Delete', 'Menu']
TEXTS = ['', 'Kor', 'hver torsdag 14-15.30', '24/11', '31/2', '25.61', '10', 'i morgen', 'om 3 uger', '010170-1234', 'æøå',
         '13 99 88 77', 'tirsdag 9-13', '\U0001f600', '-1', 'x' * 300]
# What leaves the program, opens what is not the program's, or has nothing of what follows reach the store.
OUT = re.compile('^(Luk|Minimér|Maksimér|Gendan|Vælg en mappe|Webside|Rapportér|Prøv noget)|English')


def step(app, chance):
    """One action, in words."""
    window = app.active()
    if window is None:
        # The file chooser is none of ours. And menus that are open at once, which nobody's hands manage, can leave
        # the keyboard with no window.
        xdotool('key', 'Escape')
        app.take_keyboard()
        return '(into the window)'
    kind = chance.random()
    things = [node for node in window.within() if 'sensitive' in node.states and not OUT.search(node.name)]
    if kind < 0.65:
        buttons = pick(things, ('push-button', 'toggle-button', 'menu-item', 'check-box', 'list-item', 'switch'))
        menus = [node for node in buttons if node.role == 'menu-item']
        buttons = menus if menus and chance.random() < 0.8 else buttons
        if buttons:
            node = chance.choice(buttons)
            index = node.action()
            x, y, width, height = node.extents()
            if index is not None:
                node.call('Action', 'DoAction', GLib.Variant('(i)', (index,)))
            elif width > 0 and height > 0 and 0 < x < window.extents()[2] and 0 < y < window.extents()[3]:
                xid, border = app.xid(window)
                # The window may have gone since it was looked at.
                xdotool('mousemove', '--window', xid, str(x + width // 2 + border), str(y + height // 2 + border),
                        'click', '1', bad=True)
            return repr(node)
    if kind < 0.8:
        fields = pick(things, ('text', 'entry', 'spin-button'), states=['editable'])
        if fields:
            node, text = chance.choice(fields), chance.choice(TEXTS)
            node.call('EditableText', 'SetTextContents', GLib.Variant('(s)', (text,)))
            return '%s into %r' % (text, node)
    key = chance.choice(KEYS)
    xdotool('key', key)
    return key


def random_actions_do_no_harm():
    seed = int(os.environ.get('STAFET_SEED', '1'))
    print('# seed %d' % seed)
    chance = random.Random(seed)
    store = Store()
    # Another language makes the whole window anew, which takes as long as to begin.
    busy = {'STAFET_WATCHDOG_MS': '200'} if 'STAFET_WATCHDOG_MS' in os.environ else {}
    app = App(store, env=busy)
    done = []
    try:
        while len(done) < ACTIONS:
            try:
                done.append(step(app, chance))
            except GLib.Error:
                done.append('(gone meanwhile)')
            app.is_clean()
        assert store.good('check') == ''
        idle = sum(1 for what in done if what.startswith('('))
        assert idle < ACTIONS / 5, '%d actions did nothing' % idle
        app.take_keyboard()
        app.close()
    except Exception as error:
        raise AssertionError('after %d: %s\n%s' % (len(done), ' · '.join(done[-12:]), error))


stafet_story.require_display()
stafet_story.run('stories', [random_actions_do_no_harm])
