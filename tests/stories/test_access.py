#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every screen, wide and narrow, at ordinary and at double text size: names, room, and contrast (UX.md, section 6).

Whether GTK has shortened a text is not on the wire: which labels may be shortened at all is held against the source.
"""
import collections
import glob
import os
import re
import subprocess
import tempfile

from gi.repository import GLib

import stafet_story
from stafet_story import App, Store, extents_of, pick, wait, xdotool

SOURCE = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', '..')
CLASS = re.compile('^(Gtk|Stafet|Adw|Gdk)[A-Z]')
# Large text needs 3:1, all other 4.5:1; a stroke thinner than a pixel never shows its full colour.
LEAST, ANTIALIASING = 4.5, 0.9


# ——— What holds on every screen ———

def shown(node):
    x, y, width, height = node.extents()
    return width > 0 and height > 0


def whereabouts(node):
    return '%r in %s' % (node, ' < '.join(repr(above) for above in node.above() if above.name)[:120])


def unnamed(window):
    return [whereabouts(node) for node in pick(window.within(), states=['focusable'])
            if (not node.name.strip() or CLASS.match(node.name)) and shown(node)]


def wordless(window):
    """What has no words must not be there at all: a screen reader says the name of its class."""
    return [whereabouts(node) for node in pick(in_sight(window), 'label', states=['visible'])
            if CLASS.match(node.name) and shown(node)]


def rows_in_view(rows, top, bottom):
    """Those of a list that are drawn. GTK keeps rows beyond its edges too, which stand where they once were: what is
    drawn is the longest run of rows that touch."""
    places = extents_of(rows)
    rows = [row for row in rows if places[row.path]]  # All but those that went.
    width = rows[0].parent.extents()[2]
    # Those from before a change of size are wider than the list, unless all are: then it is the list that is.
    rows = [row for row in rows if places[row.path][2] <= width] or rows
    runs, last = [[]], None
    for row in rows:
        _, y, _, height = places[row.path]
        if last is not None and abs(y - last) > 1:
            runs.append([])
        last = y + height
        if y + height > top and y < bottom:
            runs[-1].append(row)
    return max(runs, key=len)


def in_sight(node):
    """What is drawn of it and all below it."""
    yield node
    children = node.children
    if node.role == 'list' and len(children) > 1:
        pane = node.ancestor('scroll-pane') or node.window()
        _, top, _, height = pane.extents()
        children = rows_in_view(children, top, top + height)
    for child in children:
        yield from in_sight(child)


def labels_in_view(window):
    """(label, extents) of those that have words and stand whole in the visible part of what scrolls."""
    # A squeezer does not tell which of its children is shown.
    labels = [node for node in pick(in_sight(window), 'label') if node.name and not CLASS.match(node.name)
              and not any(one.name == 'AdwSqueezer' for one in node.above())]
    panes = {node.path: node.ancestor('scroll-pane') or window for node in labels}
    areas = extents_of([window, *{pane.path: pane for pane in panes.values() if pane is not window}.values(), *labels])
    width = areas[window.path][2]
    for node in labels:
        area, pane = areas[node.path], areas[panes[node.path].path]
        if area is None or pane is None:
            continue  # Gone since.
        (x, y, across, down), (_, top, _, height) = area, pane
        # A folded sidebar waits beside the window.
        if across > 0 and down > 0 and x + across > 0 and x < width and y >= top and y + down <= top + height:
            yield node, area


def scrolls_across(node):
    """Whether it lies in what is wider than its pane, where only a part of it may be in view."""
    pane = node.ancestor('scroll-pane')
    return pane is not None and any(child.extents()[2] > pane.extents()[2] for child in pane.within())


def clipped(window):
    width = window.extents()[2]
    return ['%r from %d to %d of %d' % (node, area[0], area[0] + area[2], width)
            for node, area in labels_in_view(window)
            if (area[0] < 0 or area[0] + area[2] > width) and not scrolls_across(node)]


def luminance(colour):
    linear = [part / 255 / 12.92 if part / 255 <= 0.04045 else ((part / 255 + 0.055) / 1.055) ** 2.4 for part in colour]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def ratio(one, other):
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def picture(app, window):
    """The window's pixels: width, height, RGB bytes, and how wide its border is."""
    xid, border = app.xid(window)
    width, height = window.extents()[2:]
    done = subprocess.run(['import', '-silent', '-window', xid, '-depth', '8', 'rgb:-'], stdout=subprocess.PIPE, check=True)
    if len(done.stdout) != (width + 2 * border) * (height + 2 * border) * 3:
        return None  # It has another size since.
    return width + 2 * border, height + 2 * border, done.stdout, border


def contrast(pixels, area):
    """Of the ground, which is the commonest colour, and of the ink, the colour farthest from it that three pixels
    have (nearly): strokes are smoothed at their edges, and full only in their middle."""
    width, height, data, border = pixels
    x, y, across, down = area
    left, right = max(0, x + border), min(width, x + across + border)
    colours = collections.Counter()
    for row in range(max(0, y + border), min(height, y + down + border)):
        line = data[(row * width + left) * 3:(row * width + right) * 3]
        colours.update(zip(line[0::3], line[1::3], line[2::3]))
    if not colours:
        return None
    ground = colours.most_common(1)[0][0]
    clusters = collections.Counter()
    for colour, n in colours.items():
        clusters[tuple(part // 8 for part in colour)] += n
    ink = max((colour for colour in colours if clusters[tuple(part // 8 for part in colour)] >= 3),
              key=lambda colour: ratio(colour, ground))
    return ratio(ink, ground)


def pale(app, window):
    pixels = picture(app, window)
    found = [] if pixels is not None else ['no picture of that size']
    for node, area in labels_in_view(window) if pixels is not None else ():
        sensitive = all('sensitive' in one.states for one in (node, *node.above()) if one.role != 'application')
        if not sensitive:
            continue  # What is not available may be pale.
        value = contrast(pixels, area)
        if value is not None and value < LEAST * ANTIALIASING:
            found.append('%r %.1f:1' % (node, value))
    return found


def look(app, screen, faults, colours=True):
    """A fault is what stays one: after a change of size it takes the window some frames to be drawn anew."""
    found = []

    def none():
        window = app.active()
        try:
            found[:] = faults_of(window)
        except GLib.Error as error:
            found[:] = ['%s: changes all the time: %s' % (screen, error.message)]  # It went while it was looked at.
        return not found

    def faults_of(window):
        return ['%s: %s: %s' % (screen, kind, what)
                for kind, there in (('no name', unnamed(window)), ('no words', wordless(window)),
                                    ('clipped', clipped(window)),
                                    ('pale', pale(app, window) if colours else [])) for what in there]
    try:
        wait('all is well', none, 10)
    except AssertionError:
        faults.update(found)


# ——— Screens ———

def page(key, role, name):
    def go(app):
        app.key(key)
        app.one(role, name)
    return go


def pushed(role, name, role_then, name_then, item=None, before=None):
    """From the page of the day, or of a key: a button there, and an item of its menu."""
    def go(app):
        app.key('ctrl+1')
        app.one('list', 'Dagen')
        if before is not None:
            app.key(before)
        app.click(app.one(role, name))
        if item is not None:
            app.click(app.one('menu-item', item))
        app.one(role_then, name_then)
    return go


def dialog(key, name, item=None):
    def go(app):
        app.key(key)
        if item is not None:
            app.click(app.one('menu-item', item))
        wait('the window is there', lambda: len(app.tree().windows()) > 1)
        app.one(None, name)
    return go


def asked(key, button, name):
    """From a page that a key leads to: what a button there asks."""
    def go(app):
        app.key(key)
        app.click(app.one('push-button', button))
        wait('the window is there', lambda: len(app.tree().windows()) > 1)
        app.one(None, name)
    return go


def restoring(app):
    app.key('ctrl+shift+b')
    app.click(app.one('push-button', 'Tag en sikkerhedskopi nu'))
    app.click(app.one('push-button', re.compile('^Taget.*: Gendan …')))
    app.one('label', 'Gendan denne sikkerhedskopi?')


def foreign_calendar(app):
    app.key('ctrl+shift+a')
    app.click(app.one('push-button', 'Kirken: Hent nyt …'))
    app.one('push-button', 'Importér 1 ændring')


def panel(app):
    app.key('ctrl+2', 'alt+1')
    app.one('panel', 'Ugen')
    app.click(app.one('list-item', re.compile('^Fællesspisning, tirsdag den 24. november')))
    app.one('push-button', 'Luk panelet')


def writing(app):
    app.key('ctrl+4')
    app.click(app.one('push-button', 'Skriv til alle …'))
    app.one('text', 'Det, der skrives')


def trying(app):
    app.key('ctrl+shift+t')
    app.says(re.compile('^Du prøver'))
    app.begins_anew()
    app.key('ctrl+l')
    app.fill(app.one('text', 'Hvorfor? Alle læser det'), 'Nyt gulv')
    app.key('Return')
    app.gone('text', 'Hvorfor? Alle læser det')
    app.key('ctrl+shift+e')
    app.says(re.compile('^I de næste 56 uger'))


def done_trying(app):
    app.click(app.one('push-button', 'Slut med at prøve'))
    app.click(app.one('push-button', 'Slut uden at gemme'))
    app.gone('push-button', 'Slut med at prøve')
    app.begins_anew()


def holidays_of_a_file(app):
    path = os.path.join(app.environment['HOME'], 'ferier.csv')
    with open(path, 'w', encoding='utf-8') as file:
        file.write('Fra;Til;Tekst\n26/6/2027;8/8/2027;Sommerferie\nsnart;29-03-2027;Påske\n')
    app.key('ctrl+shift+g')
    app.click(app.one('push-button', 'Hent skoleferier fra en fil …'))
    wait('the file is asked for', lambda: len(app.tree().windows()) > 1)
    app.keys(path)
    app.key('Return')
    app.says('Skoleferier fra ferier.csv')


# The long lists come last: what was once on the wire stays there, and is read each time.
def kept_enquiry(app):
    app.key('ctrl+6')
    app.click(app.one('push-button', 'Gåmakker til Gerda: Åbn …'))
    app.one('push-button', 'Henrik Bay: Giv videre hertil')


SCREENS = [
    ('today', page('ctrl+1', 'list', 'Dagen')),
    ('editor-new', page('ctrl+n', 'text', 'Titel')),
    ('form', page('ctrl+shift+n', 'text', 'Navn')),
    ('import', page('ctrl+shift+l', 'push-button', 'Indsæt det kopierede')),
    ('card', pushed('push-button', 'Poul Dam, lovet', 'push-button', re.compile('Ret'), 'Åbn kortet')),
    ('editor', pushed('push-button', 'Mere om Café', 'text', 'Titel', re.compile('^Ret|^Rediger|^Ændr'))),
    ('loans', page('ctrl+shift+u', 'push-button', 'Nyt ønske …')),
    ('places', page('ctrl+shift+r', 'push-button', 'Regler for udlån …')),
    ('calendars', page('ctrl+shift+a', 'push-button', 'Ny kalender …')),
    ('calendar', foreign_calendar),
    ('ideas', page('ctrl+i', 'push-button', 'Ny idé …')),
    ('backups', page('ctrl+shift+b', 'push-button', 'Tag en sikkerhedskopi nu')),
    ('publishing', page('ctrl+shift+p', 'text', 'En mappe eller en WebDAV-adresse')),
    ('programme-feed', page('ctrl+shift+y', 'push-button', 'Slet kalenderen')),
    ('write', writing),
    ('days', page('ctrl+shift+d', 'push-button', re.compile('^Bekræft [0-9]+ dage$'))),
    ('proposal', page('ctrl+shift+j', 'push-button', re.compile('^Sæt på som spurgt'))),
    ('fragile', page('ctrl+shift+s', 'push-button', re.compile(': (Vis aktiviteten|Åbn kortet)$'))),
    ('houses', page('ctrl+shift+o', 'push-button', re.compile(': Vis huset$'))),
    ('nursing', page('ctrl+5', 'text', 'Mappe, som alle kalendere udgives til')),
    ('enquiries', page('ctrl+6', 'push-button', 'Ny henvendelse …')),
    ('enquiry', page('ctrl+e', 'text', 'Hvad har du lyst til?')),
    ('enquiry-kept', kept_enquiry),
    ('network', page('ctrl+7', 'push-button', 'Nyt opslag …')),
    ('agreements', pushed('push-button', 'Aftaler', 'push-button', 'Ny aftale …', before='ctrl+7')),
    ('care', page('ctrl+shift+c', 'push-button', re.compile(': Har sagt tak$'))),
    ('names', pushed('push-button', 'Lær navnene …', 'push-button', 'Vis navnet', before='ctrl+shift+c')),
    ('whom', page('F2', 'text', re.compile('^Borgerens postnummer'))),
    ('find', pushed('push-button', 'Find en frivillig til Café · Servering', 'list', re.compile('^Kan spørges'))),
    ('activities', page('ctrl+3', 'list-item', re.compile('^Café'))),
    ('volunteers', page('ctrl+4', 'list-item', re.compile('^Anni Stub'))),
    ('week', page('ctrl+2', ('panel', 'list'), 'Ugen')),
    ('month', page('alt+3', 'panel', 'Måneden')),
    ('rooms', page('alt+4', 'panel', 'Lokaler')),
    ('search', page('ctrl+f', 'entry', 'Søg i alt')),
    ('print', page('ctrl+p', 'push-button', 'Gem som PDF …')),
    ('history', page('ctrl+shift+h', 'list', 'Ændringer')),
    ('season', page('ctrl+shift+k', 'text', 'Programmet fra')),
    ('review', page('ctrl+shift+g', 'list', 'Helligdage og lukkedage')),
    ('week-list', page('alt+2', 'list', 'Ugen')),
]
DIALOGS = [
    ('swap', pushed('push-button', 'Grethe Bo, lovet', 'text', 'Byttes til', 'Byt vagt …')),
    ('closure', dialog('ctrl+l', 'Hvorfor? Alle læser det')),
    ('note', dialog('ctrl+t', 'Hvad skal huskes?')),
    ('preferences', dialog('ctrl+comma', re.compile('procent'))),
    ('about', dialog('F10', re.compile('Stafet'), re.compile('^Om Stafet'))),
    ('end-house', dialog('ctrl+shift+x', 'Lukket fra og med')),
    ('approve', asked('ctrl+shift+u', re.compile(': Godkend …$'), re.compile('^Hvem beslutter'))),
    ('refuse', asked('ctrl+shift+u', re.compile(': Afvis …$'), re.compile('^Hvem beslutter'))),
    ('propose', asked('ctrl+shift+u', re.compile(': Foreslå flytning …$'), 'Ny dato')),
    ('room', asked('ctrl+shift+r', 'Nyt lokale eller ny bus …', 'Navn')),
    ('rules', asked('ctrl+shift+r', 'Regler for udlån …', re.compile('.'))),
    ('idea', asked('ctrl+i', 'Ny idé …', re.compile('.'))),
    ('times', asked('ctrl+shift+d', re.compile(': Hvor længe …$'), re.compile('^Hvor længe var de der'))),
    ('helper', asked('ctrl+shift+d', re.compile(': Tilføj hjælper …$'), 'En frivilligs navn')),
    ('restore', restoring),
    ('holidays', holidays_of_a_file),
    ('shortcuts', dialog('F1', 'Planlæg')),
]


def quick(app, screen):
    try:
        app.is_quick()
    except AssertionError as error:
        raise AssertionError('%s: %s' % (screen, error)) from None


def walk(size, larger, colours=False, dark=False, only=None):
    store = Store()
    home = tempfile.mkdtemp(prefix='hjem-', dir=stafet_story.folder)
    with open(os.path.join(home, 'kirken.ics'), 'w', encoding='utf-8', newline='') as file:
        file.write('BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:a\r\nDTSTART:20261124T150000\r\nDURATION:PT2H\r\n'
                   'SUMMARY:Adventskoncert\r\nLOCATION:Store sal\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:b\r\n'
                   'DTSTART:20261324T150000\r\nSUMMARY:Forkert dato\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n')
    store.good('add', 'calendar', '--set', 'name=Kirken', '--set', 'house=Folkehuset Møllestien',
               '--set', 'address=' + os.path.join(home, 'kirken.ics'))
    # The file chooser looks into files of the folders that it shows: not into the store.
    env = {'HOME': home}
    if dark:
        env['ADW_DEBUG_COLOR_SCHEME'] = 'prefer-dark'
    app = App(store, size=size, env=env, command=[
        'env', '-C', home, stafet_story.stafet, '--store', store.path, '--now', stafet_story.NOW])
    faults = set()

    def chosen(screens):
        return [one for one in screens if only is None or one[0] in only]
    if larger:
        height = app.one('list-item', '2 pladser mangler').extents()[3]
        xdotool(*['key'] + ['ctrl+plus'] * 10)
        wait('the text is larger', lambda: app.one('list-item', '2 pladser mangler').extents()[3] > 1.4 * height)
    quick(app, 'the size of the text')
    for screen, go in chosen(DIALOGS):
        go(app)
        look(app, screen, faults, colours and screen != 'shortcuts')
        app.key('Escape')
        wait('the window is gone', lambda: len(app.tree().windows()) == 1)
        quick(app, screen)
    for screen, go in chosen(SCREENS + ([] if larger or size[0] < 1000 else [('panel', panel)])):
        go(app)
        look(app, screen, faults, colours)
        quick(app, screen)
    if only is None or 'trial' in only:
        trying(app)
        look(app, 'trial', faults, colours)
        quick(app, 'trial')
        done_trying(app)
    app.close()
    assert not faults, '%d faults:\n%s' % (len(faults), '\n'.join(sorted(faults)))


def every_screen_wide():
    # Colours are the same whatever the size.
    walk((1280, 800), False, colours=True)


def the_main_screens_in_the_dark():
    walk((1280, 800), False, colours=True, dark=True,
         only=('closure', 'approve', 'today', 'editor-new', 'import', 'find', 'loans', 'week', 'panel', 'search',
               'season', 'review', 'trial'))


def every_screen_narrow():
    walk((500, 900), False)


def every_screen_wide_in_large_text():
    walk((1280, 800), True)


def every_screen_narrow_in_large_text():
    # Narrower than reflow asks for, which is 320 pixels at ordinary size.
    walk((500, 900), True)


def the_windows_without_a_plan():
    faults = set()
    for name, text in (('first run', None), ('trouble', b'something else entirely ' * 400)):
        for larger in (False, True):
            store = Store(filled=False)
            if text is not None:
                with open(store.path, 'wb') as file:
                    file.write(text)
            app = App(store, size=(500, 900))
            if larger:
                title = app.all('label', re.compile('^Velkommen|^Planen kan'))[0]
                before = title.extents()[3]
                xdotool(*['key'] + ['ctrl+plus'] * 10)
                wait('the text is larger', lambda: title.extents()[3] > 1.3 * before)
            look(app, name, faults)
            app.close()
    assert not faults, '\n'.join(sorted(faults))


def names_times_and_holes_are_never_shortened():
    """Only the names of the house in view and of the page behind are, which stand elsewhere in full; and a title in the
    grid of a week or month, or the day above it, whose block says all of it by its name and beside the pointer."""
    shortened = set()
    for path in glob.glob(os.path.join(SOURCE, 'ui', '*.ui')) + glob.glob(os.path.join(SOURCE, 'src', 'app', '*.c')):
        with open(path, encoding='utf-8') as file:
            text = file.read()
        shortened |= set(re.findall('id="([a-z_]+)">\\s*<property name="ellipsize">(?!none)', text))
        if os.path.basename(path) not in ('stafet-brief-label.c', 'stafet-grid-block.c', 'stafet-month-cell.c'):
            shortened |= set(re.findall(r'set_ellipsize \([^;]*;', text))
    assert shortened <= {'scope_label', 'back_label'}, shortened


stafet_story.require_display()
stafet_story.run('access', [every_screen_wide, the_main_screens_in_the_dark, every_screen_narrow,
                            every_screen_wide_in_large_text, every_screen_narrow_in_large_text,
                            the_windows_without_a_plan, names_times_and_holes_are_never_shortened])
