# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures proposals for houses and areas against HiGHS, where python3-scipy is installed: the time of each in the
same run, and what is left empty.

Usage: roster_bench.py STAFETCTL
"""
import json
import os
import resource
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'roster'))
from roster_rules import Rules, house_instance

try:
    import roster_model
except ImportError:
    print('HiGHS is skipped: python3-scipy is not installed')
    sys.exit(0)

SECONDS = 60


def cpu_of_children():
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


for size, weeks in (('house', 1), ('house', 4), ('area', 1)):
    instance = house_instance(size, weeks, 1)
    with tempfile.NamedTemporaryFile('w', suffix='.json') as file:
        json.dump(instance, file)
        file.flush()
        begun = cpu_of_children()
        plan = json.loads(subprocess.run([sys.argv[1], 'propose', '--instance', file.name], check=True,
                                         stdout=subprocess.PIPE).stdout)
        ours = cpu_of_children() - begun
    begun = time.process_time()
    best = roster_model.Model(Rules(instance)).solve(SECONDS)
    theirs = time.process_time() - begun
    print('%s, %d weeks: %.3f s, HiGHS %.1f s (%s): %.0f times as long; empty places weigh %d and %d, preference %d and %d'
          % (size, weeks, ours, theirs, 'proved' if best.proved else 'not proved', theirs / ours,
             plan['coverage_cost'], best.coverage, plan['preference_cost'], best.preference), flush=True)
