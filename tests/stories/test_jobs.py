#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The jobs that people come with, each done in the real window within its budget of actions (UX.md, section 1)."""
import re

import stafet_story
from stafet_story import App, Store, pick, wait

THURSDAY = '2026-11-26'


def job_2_bent_sends_regrets():
    store = Store()
    app = App(store)
    app.counts(3)
    app.key('ctrl+2')
    cafe = app.one('list-item', re.compile('^Café, torsdag den 26. november'))
    app.click(cafe.find('push-button', 'Bent Krag, lovet')[0])
    app.click(app.one('menu-item', 'Afbud'))
    wait('the store has it', lambda: store.shift(THURSDAY, 'Café', 'Servering')['missing'] == 2)
    shift = store.shift(THURSDAY, 'Café', 'Servering')
    assert 'Bent Krag' in [away['name'] for away in shift['away']] and shift['looking'], shift
    import time
    for i in range(3):
        t=time.time(); tr=app.tree(); print('tree', time.time()-t, len(tr.nodes))
    app.close()


stafet_story.require_display()
stafet_story.run('stories', stafet_story.cases_of(globals()))
