#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Takes README's pictures of the real window. They go to the folder that STAFET_PICTURES names (./dev pictures),
and otherwise nowhere: it is then only told that they can be taken."""
import os
import re
import subprocess

import stafet_story
from stafet_story import App, Store, wait, xdotool


def take(app, name):
    """The picture of the active window, once it stays as it is."""
    xdotool('mousemove', str(stafet_story.SCREEN[0] - 1), str(stafet_story.SCREEN[1] - 1))
    xid, border = app.xid()
    width, height = app.active().extents()[2:]
    crop = ['-crop', '%dx%d+%d+%d' % (width, height, border, border), '+repage', '-strip', '-define',
            'png:exclude-chunks=date,time']
    path = os.path.join(os.environ.get('STAFET_PICTURES', app.store.folder), name + '.png')
    seen = [b'']

    def still():
        subprocess.run(['import', '-silent', '-window', xid, *crop, path], check=True)
        with open(path, 'rb') as picture:
            seen.append(picture.read())
        return seen[-1] == seen[-2]
    wait('the window is at rest', still)
    assert seen[-1].startswith(b'\x89PNG') and len(seen[-1]) > 20000, len(seen[-1])


def today():
    app = App(Store(), size=(1180, 820))
    app.one('list-item', '2 pladser mangler')
    take(app, 'i-dag')
    app.close()


def find_a_volunteer():
    app = App(Store(), size=(1180, 820))
    hole = app.one('list-item', re.compile('^Café · Servering, .*, mangler 1 af 3'))
    app.click(hole.find('push-button')[0])
    app.one('push-button', re.compile('^Sæt .* på vagten$'))
    take(app, 'find-frivillig')
    app.close()


if __name__ == '__main__':
    stafet_story.require_display()
    stafet_story.run('pictures', [today, find_a_volunteer])
