#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Good cooperation and what houses agree with others, in the real window: thanks in one press, agreements and pools that come
up on Today, whom we miss, snags, names to learn, and the three questions of the month."""
import re

import stafet_story
from stafet_story import App, Store, wait


def section(app, name):
    app.click(app.one('push-button', name))


def who_came_is_thanked_in_one_press():
    store = Store()
    app = App(store)
    app.key('ctrl+shift+c')
    app.one('push-button', 'Bent Krag: Har sagt tak')
    app.counts(1)
    app.click(app.one('push-button', 'Bent Krag: Har sagt tak'))
    app.gone('push-button', 'Bent Krag: Har sagt tak')
    talk = [one for one in store.json('list', 'talk') if one['date'] == '2026-11-24']
    assert [one['kind'] for one in talk] == ['thanks'], talk
    app.close()


def who_is_missed_is_called():
    store = Store()
    app = App(store)
    app.key('ctrl+shift+c')
    section(app, 'Hvem savner vi?')
    app.click(app.one('push-button', 'Kaj Rosborg: Vi har talt sammen'))
    wait('the talk is noted', lambda: [one for one in store.json('list', 'talk') if one['date'] == '2026-11-24'])
    section(app, 'Nye')
    app.click(app.one('push-button', 'Vist rundt, og ved, hvor kaffen står: Gjort'))
    app.gone('push-button', 'Vist rundt, og ved, hvor kaffen står: Gjort')
    app.says(re.compile('1 af 5 første skridt'))
    app.close()


def a_snag_says_who_may_read_it():
    store = Store()
    app = App(store)
    app.key('ctrl+shift+c')
    section(app, 'Bøvl')
    app.click(app.one('push-button', 'Nyt bøvl …'))
    app.says(re.compile('^Den frivillige har ret til at læse dette'))
    app.fill(app.one('text', 'Hvad driller'), 'Opvaskemaskinen 010190-1234')
    app.click(app.one('push-button', 'Gem'))
    app.says(re.compile('CPR'))
    app.fill(app.one('text', 'Hvad driller'), 'Opvaskemaskinen siver')
    app.click(app.one('push-button', 'Gem'))
    app.click(app.one('push-button', 'Opvaskemaskinen siver: Løst'))
    wait('it is closed', lambda: [one for one in store.json('list', 'snag') if one['closed'] == '2026-11-24'])
    app.close()


def what_must_be_said_is_asked_for_in_words():
    store = Store()
    app = App(store)
    app.key('ctrl+shift+c')
    section(app, 'Stamgæster')
    app.click(app.one('push-button', 'Ny stamgæst …'))
    app.fill(app.one('text', 'Navn'), 'Eva Ry')
    app.click(app.one('push-button', 'Gem'))
    app.says('Det her skal udfyldes.')
    app.fill(app.one('text', 'Har sagt ja til, at vi ringer, den'), 'i dag')
    app.click(app.one('push-button', 'Gem'))
    app.says('Vælg en under »Aktivitet«.')
    assert 'Eva Ry' not in [one['name'] for one in store.json('list', 'regular')]
    app.close()


def names_are_learnt_card_by_card():
    app = App(Store())
    app.key('ctrl+shift+c')
    app.click(app.one('push-button', 'Lær navnene …'))
    app.says(re.compile('^Jeg kender 0 af'))
    app.key('Return')
    app.one('push-button', 'Det vidste jeg')
    app.key('Return')
    app.says(re.compile('^Jeg kender 1 af'))
    app.key('Return')
    app.click(app.one('push-button', 'Vis det igen senere'))
    app.says(re.compile('^Jeg kender 1 af'))
    app.close()


def an_agreement_comes_up_on_today_and_is_looked_at():
    store = Store()
    app = App(store)
    app.click(app.one('push-button', 'Åbn: Besøgsvenner fra Røde Kors'))
    app.click(app.one('push-button', 'Besøgsvenner fra Røde Kors: Gennemgået i dag'))
    wait('it is looked at next year', lambda: store.json('list', 'agreement')[0]['review'] == '2027-11-24')
    app.click(app.one('push-button', 'Besøgsvenner fra Røde Kors: Læs og udskriv …'))
    text = app.one('text', 'Besøgsvenner fra Røde Kors')
    wait('it is there to be read', lambda: 'Roller og opgaver:\nEt ugentligt besøg' in text.text())
    app.key('Escape')
    app.key('ctrl+1')
    app.gone('push-button', 'Åbn: Besøgsvenner fra Røde Kors')
    app.close()


def an_agreement_is_written_with_an_association():
    store = Store()
    app = App(store)
    app.key('ctrl+7')
    section(app, 'Aftaler')
    app.click(app.one('push-button', 'Retningslinjerne …'))
    app.one('push-button', 'Samarbejde med frivillige: retningslinje: Åbn')
    section(app, 'Aftaler')
    app.click(app.one('push-button', 'Ny aftale …'))
    app.fill(app.one('text', 'Titel'), 'Læsevenner')
    app.fill(app.one('text', 'Formål'), 'Højtlæsning om tirsdagen')
    app.click(app.one('push-button', 'Gem'))
    app.one('push-button', 'Læsevenner: Læs og udskriv …')
    made = {one['title']: one for one in store.json('list', 'agreement')}['Læsevenner']
    assert made['purpose'] == 'Højtlæsning om tirsdagen' and made['review'] == '2027-11-24' and made['house'] != '', made
    app.close()


def an_idea_for_a_pool_becomes_a_draft():
    store = Store()
    app = App(store)
    app.key('ctrl+7')
    section(app, 'Puljer')
    app.click(app.one('push-button', 'Sangaftener i gården: Læg den som kladde …'))
    app.one('push-button', 'Sangaftener i gården: Åbn aktiviteten')
    made = store.json('show', store.json('list', 'application')[0]['activity'])
    assert made['title'] == 'Sangaftener i gården' and made['draft'], made
    app.close()


def the_three_questions_are_asked_in_the_first_week():
    app = App(Store(), '--now', '2026-12-02T09:00')
    app.click(app.one('push-button', 'Åbn: Månedens tre spørgsmål'))
    app.says('Hvem ville du spørge?')
    app.says('frivillige har været her i denne måned')
    app.key('ctrl+1')
    app.gone('push-button', 'Åbn: Månedens tre spørgsmål')
    app.close()


def a_notice_finds_who_waits_for_it():
    app = App(Store())
    app.key('ctrl+7')
    app.says('Måske noget for: Vil gerne lære at spille whist')
    app.click(app.one('push-button', 'Vil gerne lære at spille whist: Åbn henvendelsen'))
    app.one('text', 'Hvad har du lyst til?')
    app.close()


def the_page_for_every_member_of_staff_is_saved():
    store = Store()
    app = App(store)
    app.key('ctrl+7')
    section(app, 'Adresser')
    app.one('push-button', re.compile('netvaerkssmed.html: Gem som …'))
    app.one('push-button', 'GENLYD: Åbn')
    app.close()


stafet_story.require_display()
stafet_story.run('stories', stafet_story.cases_of(globals(), 'section'))
