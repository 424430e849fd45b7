# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives the real window as people do, by its accessible tree, the pointer and the keyboard, and counts what it takes.

A script of stories calls run() with its cases. Outside a display of its own it starts itself anew inside one:
a virtual screen, a session bus, and a small window manager.

What GTK 4.8 is like over AT-SPI, which the wire is read for here rather than through libatspi's cache:
- An object appears on the wire, and in the list Cache.GetItems gives of all of them, only after its parent was
  asked for its children. Once there it stays, and GetItems tells its state as it is now: one call for a window.
- Nothing but a window ever has the state "showing", and an unnamed object is called by its class ("GtkLabel").
- Positions exist only relative to the window (screen coordinates print a warning and are wrong). Without a
  compositor a window has no shadow but a border, which is not counted.
- Buttons, entries and the like have an action, and its name is translated: it is the first. Rows of lists,
  check buttons and items of menus have none but those of their class, whose names have a dot: one clicks on them.
"""
import gi
gi.require_version('Atspi', '2.0')
gi.require_version('Json', '1.0')
from gi.repository import Atspi, Gio, GLib, Json
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import traceback

NOW = '2026-11-24T10:40'
# Seconds; a build that watches its memory takes several times as long for everything.
PATIENCE = int(os.environ.get('STAFET_PATIENCE', '15'))
ACCESSIBLE = 'org.a11y.atspi.Accessible'
ROOT, CACHE = '/org/a11y/atspi/accessible/root', '/org/a11y/atspi/cache'
SCREEN = (1600, 1200)

stafet = stafetctl = folder = None


def require_display():
    """Starts the script anew where it has a screen and a bus of its own."""
    if 'STAFET_STORY' in os.environ:
        os.dup2(int(os.environ['STAFET_STORY']), 1)
        return
    # What a service of the bus prints is no TAP: the bus gets stderr for both.
    output = os.dup(1)
    os.set_inheritable(output, True)
    os.dup2(2, 1)
    os.environ['STAFET_STORY'] = str(output)
    # What the desktop of whoever runs this has open is none of the stories' business.
    for name in ('WAYLAND_DISPLAY', 'DBUS_SESSION_BUS_ADDRESS', 'AT_SPI_BUS_ADDRESS', 'XAUTHORITY'):
        os.environ.pop(name, None)
    # The accessible bus has its socket there, at one place for all that have no screen of their own yet.
    os.environ['XDG_RUNTIME_DIR'] = tempfile.mkdtemp(prefix='stafet-run-')
    os.execvp('dbus-run-session', ['dbus-run-session', '--', '/usr/bin/python3'] + sys.argv)


def start_screen():
    """A virtual screen. The server chooses a free number itself: xvfb-run has two runs that begin at once collide."""
    told, tell = os.pipe()
    server = subprocess.Popen(['Xvfb', '-displayfd', str(tell), '-screen', '0', '%dx%dx24' % SCREEN, '-nolisten', 'tcp',
                               '-ac', '-noreset'], pass_fds=[tell], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    os.close(tell)
    with os.fdopen(told) as number:
        os.environ['DISPLAY'] = ':' + number.readline().strip()
    assert os.environ['DISPLAY'] != ':', 'Xvfb does not start'
    return server


def wait(what, condition, patience=PATIENCE):
    """Returns the first true answer of the condition; an error of its own says what did not come about."""
    deadline, pause = time.monotonic() + patience, 0.02
    while True:
        answer = condition()
        if answer:
            return answer
        if time.monotonic() > deadline:
            raise AssertionError('not within %d s: %s' % (patience, what))
        # To be looked at costs the program time that it needs for what is waited for.
        time.sleep(pause)
        pause = min(2 * pause, 0.1)


class Counter:
    """Actions: a click, a key chord or a short text in one field is one."""

    def __init__(self, budget):
        self.budget, self.done = budget, []

    def add(self, what):
        self.done.append(what)
        assert len(self.done) <= self.budget, '%d is beyond the budget of %d: %s' % (
            len(self.done), self.budget, ', '.join(self.done))


# ——— The accessible tree ———

class Bus:
    """The bus of accessible objects."""

    def __init__(self):
        session = Gio.bus_get_sync(Gio.BusType.SESSION)
        address = session.call_sync('org.a11y.Bus', '/org/a11y/bus', 'org.a11y.Bus', 'GetAddress', None, None, 0,
                                    -1, None).unpack()[0]
        flags = Gio.DBusConnectionFlags
        self.connection = Gio.DBusConnection.new_for_address_sync(
            address, flags.AUTHENTICATION_CLIENT | flags.MESSAGE_BUS_CONNECTION, None, None)

    def call(self, name, path, interface, method, args=None):
        answer = self.connection.call_sync(name, path, interface, method, args, None, 0, PATIENCE * 1000, None)
        answer = answer.unpack()
        return answer[0] if answer else None

    def call_all(self, name, paths, interface, method, args=None):
        """The same of each, by its path: all under way at once. What is gone has no answer."""
        answers = {}

        def answered(connection, result, path):
            try:
                answers[path] = connection.call_finish(result).unpack()[0]
            except GLib.Error:
                answers[path] = None
        for path in paths:
            self.connection.call(name, path, interface, method, args, None, 0, PATIENCE * 1000, None, answered, path)
        while len(answers) < len(paths):
            GLib.MainContext.default().iteration(True)
        return answers

    def items(self, name):
        """Every object there is: JSON is read many times faster than a variant unpacks."""
        answer = self.connection.call_sync(name, CACHE, 'org.a11y.atspi.Cache', 'GetItems', None, None, 0,
                                           PATIENCE * 1000, None)
        return json.loads(Json.gvariant_serialize_data(answer)[0])[0]

    def applications(self):
        return self.call('org.a11y.atspi.Registry', ROOT, ACCESSIBLE, 'GetChildren')

    def pid(self, name):
        return self.call('org.freedesktop.DBus', '/org/freedesktop/DBus', 'org.freedesktop.DBus',
                         'GetConnectionUnixProcessID', GLib.Variant('(s)', (name,)))


ROLES = [Atspi.Role(i).value_nick for i in range(Atspi.Role.LAST_DEFINED)]
STATES = [Atspi.StateType(i).value_nick for i in range(Atspi.StateType.LAST_DEFINED)]
VISIBLE = STATES.index('visible')
IN_WINDOW = GLib.Variant('(u)', (1,))


class Node:
    """An accessible object as it was when the tree was read."""

    def __init__(self, app, item):
        self.app, self.path, self.up, self.index = app, item[0][1], item[2][1], item[3]
        self.count, self.item = item[4], item
        self.name, self.description = item[6], item[8]
        self.role = ROLES[item[7]]
        self.bits = item[9][0] | item[9][1] << 32
        self.parent, self.children = None, []

    @property
    def is_widget(self):
        return 'org.a11y.atspi.Component' in self.item[5]

    @property
    def interfaces(self):
        return {name.rpartition('.')[2] for name in self.item[5]}

    @property
    def states(self):
        return {name for bit, name in enumerate(STATES) if self.bits >> bit & 1}

    def __repr__(self):
        return '%s “%s”' % (self.role, self.name)

    def call(self, interface, method, args=None):
        return self.app.bus.call(self.app.name, self.path, 'org.a11y.atspi.' + interface, method, args)

    def above(self):
        node = self.parent
        while node is not None:
            yield node
            node = node.parent

    def within(self):
        yield self
        for child in self.children:
            yield from child.within()

    def ancestor(self, role):
        return next((node for node in self.above() if node.role == role), None)

    def window(self):
        return [self, *self.above()][-2]

    def extents(self):
        """(x, y, width, height) within the window."""
        return self.call('Component', 'GetExtents', IN_WINDOW)

    def action(self):
        """The index of what a click does, or None."""
        if 'Action' not in self.interfaces:
            return None
        return next((i for i, (name, *_) in enumerate(self.call('Action', 'GetActions')) if '.' not in name), None)

    def text(self):
        """What stands in it, and what is shown when that is a label."""
        if 'Text' not in self.interfaces:
            return ''
        # To -1, the end in AT-SPI, an entry gives nothing.
        return self.call('Text', 'GetText', GLib.Variant('(ii)', (0, 10000)))

    def focus(self):
        self.call('Component', 'GrabFocus')

    def find(self, *args, **keys):
        return pick(self.within(), *args, **keys)


def matches(text, wanted):
    return wanted.search(text) is not None if isinstance(wanted, re.Pattern) else text == wanted


def pick(nodes, role=None, name=None, states=()):
    roles = (role,) if isinstance(role, str) else role
    return [node for node in nodes if (roles is None or node.role in roles)
            and (name is None or matches(node.name, name)) and (not states or node.states.issuperset(states))]


def extents_of(nodes):
    """By their paths, those of all at once; None of what is gone."""
    return nodes[0].app.bus.call_all(nodes[0].app.name, [node.path for node in nodes], 'org.a11y.atspi.Component',
                                     'GetExtents', IN_WINDOW) if nodes else {}


def signs_of(nodes):
    """Of each object what changes when what is below it does: as long as it stays, nobody has to ask. None: it has to
    be asked. Not all that is counted may be known, nor is all that is known counted; of a stack, whose pages are no
    widgets, they are the same whichever page is in view."""
    signs = {path: [node.count] for path, node in nodes.items()}
    stacks = {ROOT}
    for node in nodes.values():
        if node.up in signs:
            signs[node.up].append((node.index, node.path, node.bits >> VISIBLE & 1))
        if not node.is_widget:
            stacks.add(node.up)
    return {path: None if path in stacks else sign for path, sign in signs.items()}


class Tree:
    """The whole of a program's accessible objects that are shown, at one moment."""

    def __init__(self, app):
        nodes = self.read(app)
        self.nodes = [node for node in nodes.values() if node.parent is not None]
        self.root = nodes[ROOT]

    @staticmethod
    def read(app):
        """Every object by its path, those that are shown tied to their parents."""
        lists, kept = {}, {}

        def explore(paths, nodes):
            """Asks for what is below, and of what was not known before for all that is below that: if any was."""
            todo, any_fresh = paths, False
            while todo:
                found = app.children(todo)
                lists.update(found)
                # With the sign of before it was asked: what changed since is seen.
                kept.update((path, (signs.get(path), found[path])) for path in todo)
                todo = {child for path in todo for child in found[path] if child not in nodes and child not in lists}
                any_fresh |= bool(todo)
            return any_fresh
        while True:
            items = app.bus.items(app.name)
            nodes = {item[0][1]: Node(app, item) for item in items}
            signs = signs_of(nodes)
            # Of the program itself no count is known. What is not shown is not asked: pages wait behind the one in view.
            asked = ROOT not in lists and explore({ROOT}, nodes)
            level = [nodes[ROOT]]
            while level:
                unsure = set()
                for node in level:
                    sign, known = app.lists.get(node.path, (None, None))
                    if node.path not in lists and sign is not None and sign == signs[node.path]:
                        lists[node.path] = known
                        kept[node.path] = sign, known
                    elif node.path not in lists:
                        unsure.add(node.path)
                asked |= explore(unsure, nodes)
                above, level = level, []
                for node in above:
                    for path in lists[node.path]:
                        child = nodes.get(path)
                        if child is None or child.parent is not None:
                            continue  # Gone since, or to come with the next reading.
                        child.parent = node
                        node.children.append(child)
                        level.append(child)
            if not asked:
                app.lists = kept
                return nodes

    def windows(self):
        return self.root.children

    def find(self, *args, **keys):
        return pick(self.root.within(), *args, **keys)

    def dump(self):
        """What there is to read and to do, for whoever looks at what went wrong."""
        lines = []

        def add(node, depth):
            shown = node.role not in ('panel', 'filler', 'image', 'separator', 'scroll-bar', 'scroll-pane')
            if shown or 'focusable' in node.states:
                lines.append('  ' * depth + '%r %s' % (node, ' '.join(sorted(node.states - {
                    'sensitive', 'visible', 'focusable', 'horizontal', 'vertical', 'selectable'}))))
            for child in node.children:
                add(child, depth + shown)
        add(self.root, 0)
        return '\n'.join(lines)


# ——— The program ———

class Store:
    """A store of its own, asked and filled through stafetctl."""

    example = None

    def __init__(self, filled=True):
        self.folder = tempfile.mkdtemp(prefix='store-', dir=folder)
        self.path = os.path.join(self.folder, 'stafet.db')
        if filled:
            if Store.example is None:
                Store.example = os.path.join(folder, 'example.db')
                subprocess.run([stafetctl, '--store', Store.example, '--now', NOW, 'init', '--example', 'house'],
                               check=True, stdout=subprocess.DEVNULL)
            shutil.copy(Store.example, self.path)

    def run(self, *words):
        return subprocess.run([stafetctl, '--store', self.path, '--now', NOW] + list(words), stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE, encoding='utf-8')

    def good(self, *words):
        done = self.run(*words)
        assert done.returncode == 0, (words, done.returncode, done.stderr)
        return done.stdout.strip()

    def json(self, *words):
        return json.loads(self.good(*words, '--format', 'json'))

    def agenda(self, date, title):
        """The entry of that title on a date."""
        return next(entry for entry in self.json('agenda', '--from', date, '--to', date) if entry['title'] == title)

    def shift(self, date, title, role):
        return next(shift for shift in self.agenda(date, title)['shifts'] if shift['role'] == role)


FAULT = re.compile(r'(WARNING|CRITICAL|ERROR) \*\*|-(WARNING|CRITICAL|ERROR)\b|Sanitizer|runtime error:')
# No key would have been answered for too long: how long that is says STAFET_WATCHDOG_MS.
BUSY = re.compile('the main loop was busy for ([0-9]+) ms')
# What takes longer than that is a fault of the program whatever else the machine does meanwhile. What the limit of a
# tenth of a second is for is held to in the story of a whole town, which tries again, and measured by the bench.
BLOCKED = 300


# A menu that an action opens on a row beyond the edge of the screen is on no monitor: GTK 4.8 asks for one, and may
# be left with less than nothing to lay the menu out in. And its timer of tooltips may outlive the window or list that
# the pointer was in: it then asks for a surface that is gone. Of pages that the paper does not have, chosen in its own
# dialog, its print operation tells the log alone.
GTK_FAULT = re.compile("(gdk_monitor_get_geometry|gdk_surface_get_device_position|_gtk_widget_find_at_coords): assertion"
                       "|Gtk-WARNING.*: no pages to print$")
NO_MONITOR, NO_ROOM = re.compile('gdk_monitor_get_geometry: assertion'), re.compile(
    r'gtk_widget_size_allocate\(\): attempt to allocate Gtk(Popover\w*|Box) .* with (width|height) -')


# While it sorts its files, the chooser of files joins words and leaves them behind.
LEAK = re.compile('^(Direct|Indirect) leak of ')
GTK_LEAK = ('g_malloc', 'g_strconcat', 'libgtk-4', 'libgtk-4', 'libgtk-4')


def is_leak_of_gtk(lines):
    """Whether all that a sanitizer says was lost is that: what is lost is told by who asked for it, frame by frame."""
    leaks = [lines[i + 2:i + 2 + len(GTK_LEAK)] for i, line in enumerate(lines) if LEAK.search(line)]
    return bool(leaks) and all(len(frames) == len(GTK_LEAK) and all(map(str.__contains__, frames, GTK_LEAK))
                               for frames in leaks)


def is_of_gtk(lines, i):
    """Whether the fault of that line is one of GTK's own."""
    if 'LeakSanitizer' in lines[i] or 'leaked in' in lines[i]:
        return is_leak_of_gtk(lines)
    return GTK_FAULT.search(lines[i]) or (NO_ROOM.search(lines[i]) and any(map(NO_MONITOR.search, lines[max(0, i - 12):i])))


class App:
    """The program on a store, in a window of its own."""

    def __init__(self, store, *words, env=None, size=None, command=None, before=None, window=True):
        self.begun = 0
        self.store, self.bus, self.count = store, Bus(), None
        self.log = os.path.join(folder, 'stderr-%d' % len(os.listdir(folder)))
        self.windows, self.lists = {}, {}
        place = {'HOME': store.folder, 'XDG_CONFIG_HOME': os.path.join(folder, 'config'),
                 'XDG_CACHE_HOME': os.path.join(folder, 'cache'), 'XDG_DATA_HOME': os.path.join(store.folder, 'data')}
        # Without GL, whose drivers leak. A folder that was typed may be one below the folder that it runs in.
        self.environment = environment = {
            **os.environ, 'GSK_RENDERER': 'cairo', 'GDK_DEBUG': 'gl-disable', 'GSETTINGS_BACKEND': 'memory',
            'LC_ALL': 'C', 'NO_AT_BRIDGE': '0', **place, **(env or {})}
        if 'ASAN_OPTIONS' in environment:
            # Whoever allocated is known beyond libraries without frame pointers: so their leaks can be told apart.
            environment['ASAN_OPTIONS'] += ':fast_unwind_on_malloc=0:malloc_context_size=10'
        for name in ('G_DEBUG', 'G_MESSAGES_DEBUG', 'LANGUAGE', 'LANG', 'GTK_THEME', 'GTK_A11Y'):
            environment.pop(name, None)
        with open(self.log, 'ab') as log:
            self.process = subprocess.Popen(
                command or [stafet, '--store', store.path, '--now', NOW, *words], stdout=log, stderr=log,
                stdin=subprocess.DEVNULL, env=environment, preexec_fn=before, cwd=store.folder)
        running.append(self)
        self.name = wait('the program is among the accessible ones', self.find_name)
        if window:
            wait('a window has the keyboard', lambda: self.active())
        if size is not None:
            self.resize(*size)

    def find_name(self):
        assert self.process.poll() is None, 'the program ended: ' + self.stderr()
        for name, _ in self.bus.applications():
            try:
                if self.bus.pid(name) == self.process.pid:
                    self.bus.call(name, CACHE, 'org.a11y.atspi.Cache', 'GetItems')
                    return name
            except GLib.Error:
                pass  # Not all there yet, or gone since.
        return None

    def children(self, paths):
        """Of each path those of what is right below; none of what is gone since."""
        answers = self.bus.call_all(self.name, paths, ACCESSIBLE, 'GetChildren')
        return {path: [child for _, child in answer or []] for path, answer in answers.items()}

    def stderr(self):
        with open(self.log, encoding='utf-8', errors='replace') as log:
            return log.read()

    def tree(self):
        assert self.process.poll() is None, 'the program ended with %s: %s' % (self.process.returncode, self.stderr())
        return Tree(self)

    def active(self):
        """The window that has the keyboard. A dialog does not say so: the newest one that is modal has it."""
        windows = self.tree().windows()
        return next((window for window in windows if 'active' in window.states),
                    next((window for window in reversed(windows) if 'modal' in window.states), None))

    def focused(self):
        window = self.active()
        return next(iter(pick(window.within(), states=['focused'])), None) if window is not None else None

    # Finding

    def all(self, role=None, name=None, states=()):
        return self.tree().find(role, name, states)

    def one(self, role=None, name=None, states=()):
        """Waits for it to be there."""
        def look():
            found = self.all(role, name, states)
            return found[0] if found else None
        try:
            return wait('%s “%s” is there' % (role, getattr(name, 'pattern', name)), look)
        except AssertionError as error:
            raise AssertionError('%s\n%s' % (error, self.tree().dump()))

    def says(self, text):
        """Waits for a label that says so."""
        return self.one('label', text)

    def gone(self, role=None, name=None):
        wait('%s “%s” is gone' % (role, name), lambda: not self.all(role, name))

    # Doing

    def counts(self, budget):
        self.count = Counter(budget)
        return self.count

    def note(self, what):
        if self.count is not None:
            self.count.add(what)

    def click(self, node):
        """By its action, or with the pointer where it has none."""
        self.note('click %r' % node)
        index = node.action()
        if index is not None:
            node.call('Action', 'DoAction', GLib.Variant('(i)', (index,)))
        else:
            self.point(node)

    def point(self, node, button=1):
        """Clicks with the pointer, after turning the wheel where it is out of view."""
        window = node.window()
        xid, border = self.xid(window)
        x, y = self.show(node, xid, border)
        xdotool('mousemove', '--window', xid, str(x + border), str(y + border), 'click', str(button))

    def show(self, node, xid, border):
        """Turns the wheel until the middle of it, which is returned, is in view."""
        pane = node.ancestor('scroll-pane')
        for _ in range(60):
            x, y, width, height = node.extents()
            assert width > 0 and height > 0, '%r has no place on the screen' % node
            left, top, across, down = pane.extents() if pane is not None else (0, 0, *SCREEN)
            middle = y + height // 2
            if top + 4 < middle < top + down - 4:
                return x + width // 2, middle
            xdotool('mousemove', '--window', xid, str(left + across - 6 + border), str(top + down // 2 + border),
                    'click', '5' if middle > top else '4')
            wait('the page moves', lambda: node.extents()[1] != y, 2)
        raise AssertionError('%r does not come into view' % node)

    def type(self, node, text):
        """A short text into a field, in the place of what stands there."""
        self.note('type “%s” into %r' % (text, node))
        done = node.call('EditableText', 'SetTextContents', GLib.Variant('(s)', (text,)))
        assert done, '%r takes no text' % node

    def fill(self, node, text):
        """The same by clicking into the field and typing."""
        self.note('type “%s” into %r' % (text, node))
        self.point(node)
        wait('%r has the keyboard' % node, lambda: getattr(self.focused(), 'path', None) == node.path)
        xdotool('key', 'ctrl+a')
        press(text)
        wait('“%s” stands there' % text, lambda: node.text() == text)

    def key(self, *chords):
        for chord in chords:
            self.note(chord)
            xdotool('key', chord)

    def keys(self, text):
        """Types with the keyboard, where it is."""
        self.note('type “%s”' % text)
        press(text)

    # The window

    def take_keyboard(self):
        """Gives the newest window the keyboard when none has it, as a click into it does, unless something else keeps it."""
        windows = self.tree().windows()
        if self.active() is None and windows:
            xdotool('windowactivate', self.xid(windows[-1])[0], bad=True)
            for _ in range(10):
                time.sleep(0.1)
                if self.active() is not None:
                    break

    def xid(self, window=None):
        """The X window of a window of the tree, or of the one that is active, and how wide its border is."""
        def look():
            width, height = (window or self.active()).extents()[2:]
            for xid in xdotool('search', '--onlyvisible', '--pid', str(self.process.pid), bad=True).split():
                shape = dict(line.split('=') for line in xdotool('getwindowgeometry', '--shell', xid, bad=True).split())
                if 'WIDTH' not in shape:
                    continue
                border, other = int(shape['WIDTH']) - width, int(shape['HEIGHT']) - height
                if border == other and 0 <= border <= 20:
                    return xid, border // 2
            return None
        return wait('the window is on the screen', look)

    def resize(self, width, height):
        xid, border = self.xid()
        xdotool('windowsize', xid, str(width + 2 * border), str(height + 2 * border))
        wait('the window is %d wide' % width, lambda: self.active().extents()[2] == width)

    # The end

    def close(self):
        """Ends it as a person does, and looks at what it had to complain of. What is open over the window, a menu or
        the list of a drop-down, keeps its keys."""
        def ended():
            xdotool('key', 'ctrl+q')
            try:
                self.process.wait(2)
            except subprocess.TimeoutExpired:
                xdotool('key', 'Escape')
            return self.process.poll() is not None
        self.is_quick()
        if self.process.poll() is None:
            try:
                wait('it ends on Ctrl+Q', ended)
            except AssertionError as error:
                raise AssertionError('%s\n%s' % (error, self.tree().dump()))
        running.remove(self)
        self.is_clean()
        assert self.process.returncode == 0, self.process.returncode

    def begins_anew(self):
        """The window was made anew, as when the program begins: that takes as long, and is measured by the bench."""
        self.begun = len(BUSY.findall(self.stderr()))

    def is_quick(self):
        """Until now. Of its end, when everything is taken down, nobody waits for the answer to a key."""
        busy = [line.group() for line in list(BUSY.finditer(self.stderr()))[self.begun:] if int(line.group(1)) > BLOCKED]
        assert not busy, '\n'.join(busy)

    def is_clean(self):
        lines = self.stderr().splitlines()
        faults = [i for i, line in enumerate(lines) if FAULT.search(line) and not is_of_gtk(lines, i)]
        # With what a sanitizer tells of where it was.
        assert not faults, '\n'.join(lines[faults[0]:faults[0] + 60])

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()
        running.remove(self)


def xdotool(*words, bad=False):
    done = subprocess.run(['xdotool', *words], stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding='utf-8')
    assert bad or done.returncode == 0, (words, done.stderr)
    return done.stdout


def drag(app, start, end):
    """From a point of the window to another, in steps, as a hand does."""
    xid, border = app.xid()
    xdotool('mousemove', '--window', xid, str(start[0] + border), str(start[1] + border), 'mousedown', '1')
    for step in range(1, 11):
        x, y = (int(start[i] + (end[i] - start[i]) * step / 10) + border for i in (0, 1))
        xdotool('mousemove', '--window', xid, str(x), str(y))
        time.sleep(0.02)
    xdotool('mouseup', '1')


def press(text):
    """Types as one does on a Danish keyboard, where é has no key of its own. xdotool would bend a key to it for a
    moment, and a busy program that reads the keyboard only after that moment reads another letter."""
    for part in re.split('(é)', text):
        if part == 'é':
            xdotool('key', 'dead_acute', 'e')
        elif part:
            assert re.fullmatch(r'[ -~æøåÆØÅ]+', part), 'no key for a letter of “%s”' % part
            xdotool('type', '--delay', '8', part)


running = []


def prepare():
    global stafet, stafetctl, folder
    stafet, stafetctl = (os.path.abspath(path) for path in sys.argv[1:3])
    build = os.path.dirname(os.path.dirname(os.path.dirname(stafet)))
    folder = tempfile.mkdtemp(prefix='stafet-stories-')
    os.chmod(folder, 0o755)
    os.environ.setdefault('GSETTINGS_SCHEMA_DIR', os.path.join(build, 'data'))
    os.environ.setdefault('STAFET_LOCALE_DIR', os.path.join(build, 'po'))
    os.makedirs(os.path.join(folder, 'config', 'gtk-4.0'))
    with open(os.path.join(folder, 'config', 'gtk-4.0', 'settings.ini'), 'w') as settings:
        settings.write('[Settings]\ngtk-font-name=Cantarell 11\ngtk-enable-animations=false\n'
                       'gtk-cursor-blink=false\n')
    helpers = [start_screen()]
    helpers.append(subprocess.Popen(['openbox', '--sm-disable'], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL))
    wait('the window manager is there', lambda: 'window id' in subprocess.run(
        ['xprop', '-root', '_NET_SUPPORTING_WM_CHECK'], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        encoding='utf-8').stdout)
    subprocess.run(['setxkbmap', 'dk'], check=True)
    return helpers


class Skipped(Exception):
    """Cannot be told here, for the reason given."""


def run(prefix, cases):
    """Prints what came of each case, as TAP."""
    wanted = sys.argv[3:]
    helpers = prepare()
    cases = [case for case in cases if not wanted or any(word in case.__name__ for word in wanted)]
    failed = 0
    print('1..%d' % len(cases))
    for number, case in enumerate(cases, 1):
        name = '/%s/%s' % (prefix, case.__name__.replace('_', '-'))
        begun = time.monotonic()
        try:
            case()
            print('ok %d %s' % (number, name), flush=True)
        except Skipped as skipped:
            print('ok %d %s # SKIP %s' % (number, name, skipped), flush=True)
        except Exception:
            failed += 1
            print('not ok %d %s' % (number, name), flush=True)
            # There, for of a test that fails meson shows no more of TAP than the line above.
            traceback.print_exc()
        print('# %.1f s' % (time.monotonic() - begun), flush=True)
        for app in list(running):
            app.kill()
    for helper in reversed(helpers):
        helper.terminate()
        helper.wait()
    shutil.rmtree(folder, ignore_errors=True)
    shutil.rmtree(os.environ['XDG_RUNTIME_DIR'], ignore_errors=True)
    sys.exit(failed > 0)


def cases_of(namespace, *others):
    """Every function that the script itself defines and does not name here."""
    return [value for name, value in list(namespace.items())
            if callable(value) and getattr(value, '__module__', '') == '__main__'
            and not isinstance(value, type) and name not in others]
