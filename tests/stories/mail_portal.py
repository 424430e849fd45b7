#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The desktop's portal as far as it asks a mail program for a draft: writes what it is asked into a file."""
from gi.repository import Gio, GLib
import json
import sys

XML = """<node><interface name="org.freedesktop.portal.Email">
<method name="ComposeEmail"><arg type="s" direction="in"/><arg type="a{sv}" direction="in"/>
<arg type="o" direction="out"/></method><property name="version" type="u" access="read"/></interface></node>"""


def call(bus, sender, path, interface, method, parameters, invocation):
    _, options = parameters.unpack()
    with open(sys.argv[1], 'w') as file:
        json.dump({key: value for key, value in options.items() if key != 'handle_token'}, file)
    handle = '/org/freedesktop/portal/desktop/request/%s/%s' % (
        sender[1:].replace('.', '_'), options['handle_token'])
    invocation.return_value(GLib.Variant('(o)', (handle,)))
    bus.emit_signal(sender, handle, 'org.freedesktop.portal.Request', 'Response', GLib.Variant('(ua{sv})', (0, {})))


bus = Gio.bus_get_sync(Gio.BusType.SESSION)
bus.register_object('/org/freedesktop/portal/desktop', Gio.DBusNodeInfo.new_for_xml(XML).interfaces[0], call,
                    lambda *_: GLib.Variant('u', 3), None)
Gio.bus_own_name_on_connection(bus, 'org.freedesktop.portal.Desktop', Gio.BusNameOwnerFlags.NONE,
                               lambda *_: print('ready', flush=True), None)
GLib.MainLoop().run()
