#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A whole municipality, 41 houses and 3000 volunteers, at once.

Nothing in it may take longer than in a house. But its tree is long, and to have that read takes the program longer
than anything that a person does: so it is read only before and when all is over.
"""
import re
import time

import stafet_story
from stafet_story import App, Store


def rest(app):
    """Waits until the program has used no CPU time for a moment."""
    def used():
        with open('/proc/%d/stat' % app.process.pid, encoding='utf-8') as stat:
            return stat.read().split()[13:15]
    before, since = used(), time.monotonic()
    while time.monotonic() - since < 0.3:
        time.sleep(0.02)
        now = used()
        if now != before:
            before, since = now, time.monotonic()


def busy_since(app, position):
    return [line for line in app.stderr()[position:].splitlines() if stafet_story.BUSY.search(line)]


# Every page and view, a fortnight on too; the editor; a season that is tried.
KEYS = ('ctrl+2', 'alt+Page_Down', 'alt+3', 'alt+Page_Down', 'alt+4', 'alt+2', 'ctrl+3', 'ctrl+4', 'ctrl+5', 'ctrl+6', 'ctrl+7', 'ctrl+e', 'F2', 'ctrl+shift+c',
        'ctrl+shift+r', 'ctrl+shift+u', 'ctrl+i', 'ctrl+p', 'ctrl+shift+o', 'ctrl+shift+h', 'ctrl+shift+g',
        'ctrl+shift+k', 'ctrl+shift+j', 'ctrl+shift+p', 'ctrl+shift+a', 'ctrl+shift+d', 'ctrl+shift+b', 'ctrl+n', 'ctrl+f')


def slow_after(app, key):
    before = len(app.stderr())
    app.key(key)
    rest(app)
    assert app.process.poll() is None
    return busy_since(app, before)


def slow_again(app, key):
    """Whether it is slow each time: other programs may have had the machine once."""
    for _ in range(2):
        app.key('ctrl+1')
        rest(app)
        if not slow_after(app, key):
            return False
    return True


def every_page_answers_at_once():
    store = Store(filled=False)
    store.good('init', '--example', 'municipality')
    app = App(store, size=(1280, 820))
    app.one('push-button', 'Vælg hus: Alle huse')
    rest(app)
    # To begin, and to have the tree read for the first time, takes as long as that does: the bench measures it.
    app.begins_anew()
    slow = [(key, busy) for key in KEYS for busy in [slow_after(app, key)] if busy]
    slow = [(key, busy) for key, busy in slow if slow_again(app, key)]
    assert not slow, slow
    app.key('ctrl+f')
    app.keys('elin amstrup')
    rest(app)
    app.is_quick()
    app.one('list-item', re.compile('^Elin Amstrup'))
    app.kill()


if __name__ == '__main__':
    stafet_story.require_display()
    stafet_story.run('town', [every_page_answers_at_once])
