#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Kills stafetctl at random points of a long series of edits: no acknowledged edit may be lost."""
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time

KILLS = 100
program = sys.argv[1]


def main():
    with tempfile.TemporaryDirectory() as folder:
        store = os.path.join(folder, 'stafet.db')
        run = [program, '--store', store]
        subprocess.run(run + ['init'], check=True, stdout=subprocess.DEVNULL)
        begun = time.monotonic()
        subprocess.run(run + ['add', 'volunteer', '--set', 'name=Nul'], check=True, stdout=subprocess.DEVNULL)
        usual = time.monotonic() - begun
        dice = random.Random(1)
        acknowledged, kills, edits = set(), 0, 0
        while kills < KILLS:
            edits += 1
            child = subprocess.Popen(run + ['add', 'volunteer', '--set', 'name=Nr %d' % edits], stdout=subprocess.PIPE)
            time.sleep(dice.random() * usual * 1.5)
            child.send_signal(signal.SIGKILL)
            uid = child.communicate()[0].decode().strip()
            kills += child.returncode == -signal.SIGKILL
            if len(uid) == 16:
                acknowledged.add(uid)
        listed = subprocess.run(run + ['list', 'volunteer', '--format', 'json'], check=True, stdout=subprocess.PIPE)
        kept = {volunteer['uid'] for volunteer in json.loads(listed.stdout)}
        sound = subprocess.run(run + ['check']).returncode == 0
        print('# %d edits, %d killed, %d acknowledged, %d kept' % (edits, kills, len(acknowledged), len(kept)))
        return sound and acknowledged and acknowledged <= kept


print('1..1')
good = main()
print('%s 1 /cli/kill/no-acknowledged-edit-is-lost' % ('ok' if good else 'not ok'))
