#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The board for a wall: one key shows it, one leaves it, and it follows the plan."""
import re

import stafet_story
from stafet_story import App, Store, wait

CAFE = re.compile('^10.00–14.00, Café, Caféen, i gang nu: ')


def board_of(app):
    return app.one('heading', re.compile('^Velkommen til '))


def has_screen(window):
    """But for the border that a window has where nothing can be seen through."""
    return all(screen - 20 <= side <= screen for side, screen in zip(window.extents()[2:], stafet_story.SCREEN))


def one_key_shows_it_and_one_leaves_it():
    app = App(Store())
    app.counts(4)
    for leave in ('Escape', 'F11'):
        app.key('F11')
        board_of(app)
        wait('it has the whole screen', lambda: has_screen(app.active()))
        app.says('kl. 10.40')
        app.one('list-item', CAFE)
        app.key(leave)
        app.gone('heading', re.compile('^Velkommen til '))
        wait('the window is in front again', lambda: app.active().name == 'Stafet')
    app.close()


def it_follows_what_another_process_writes():
    store = Store()
    app = App(store)
    app.key('F11')
    app.one('list-item', CAFE)
    store.good('cancel', 'Café', '--on', '2026-11-24', '--reason', 'Rørskade')
    app.one('list-item', re.compile('^10.00–14.00, Café, Caféen, AFLYST'))
    app.key('Escape')
    app.gone('heading', re.compile('^Velkommen til '))
    app.close()


def it_tells_no_surname():
    app = App(Store())
    app.key('F11')
    board = board_of(app).window()
    app.one('list-item', CAFE)
    said = ' '.join(node.name for node in app.tree().windows()[-1].within()) + board.name
    for surname in ('Bæk', 'Krag', 'Holm', 'Kjær'):
        assert surname not in said, surname
    app.key('Escape')
    app.gone('heading', re.compile('^Velkommen til '))
    app.close()


def text_grows_on_it():
    app = App(Store())
    app.key('F11')
    row = app.one('list-item', CAFE)
    before = row.extents()[3]
    for _ in range(10):
        app.key('ctrl+plus')
    wait('the line is higher', lambda: app.one('list-item', CAFE).extents()[3] > before * 3 // 2)
    app.key('Escape')
    app.gone('heading', re.compile('^Velkommen til '))
    app.close()


stafet_story.require_display()
stafet_story.run('stories/board', stafet_story.cases_of(globals(), 'board_of', 'has_screen'))
