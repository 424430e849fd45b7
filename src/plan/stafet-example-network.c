/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Associations with their offers as the department tells of them; telephones and notices are invented.
 */
#include "stafet-example-network.h"

#include "stafet-example-care.h"
#include "stafet-example-people.h"

#include <string.h>

#define CHECKED_DAYS_AGO 60

static const struct
{
  const char *name, *kind, *web;
} associations[] = {
  { "Røde Kors Aarhus", "association", "https://roedekors.example" },
  { "Social Sundhed Aarhus", "association", "https://socialsundhed.example" },
  { "Ældre Sagen Aarhus", "association", "https://aeldresagen.example" },
  { "KlostergadeCentret", "association", "https://klostergade.example" },
  { "Frivilligcenter Aarhus", "association", "https://frivilligcenter.example" },
  { "GENLYD Aarhus", "other", "https://genlyd.example" },
  { "Sankt Lukas Sogn", "church", "https://sanktlukas.example" },
};

static const struct
{
  const char *title, *organiser, *kind;
  const char *more; /* "key=value|key=value" */
} offers[] = {
  { "Besøgsven", "Røde Kors Aarhus", "visit",
    "text=En frivillig kommer på besøg en gang om ugen til en snak, en tur eller et spil kort|words=samvær, "
    "ensom, "
    "selskab|home=yes|seeks=yes|price=Gratis|waiting=venteliste 3 uger|times=efter aftale|join=Ring, så "
    "kommer en "
    "besøgsleder og hører, hvem der passer" },
  { "Vågetjeneste", "Røde Kors Aarhus", "vigil",
    "text=Frivillige våger hos døende, så ingen dør alene, og pårørende kan hvile|words=våge, døden, "
    "dødsleje, "
    "sidste tid|home=yes|seeks=yes|price=Gratis|times=hele døgnet|join=Ring hele døgnet" },
  { "Følgeskab til læge og sygehus", "Social Sundhed Aarhus", "company",
    "text=En frivillig, ofte studerende, følger med til lægen, sygehuset eller tandlægen og hjem "
    "igen|words=ledsager, "
    "undersøgelse, behandling, ambulatorium, tryg|home=yes|seeks=yes|price=Gratis|times=hverdage|join=Ring "
    "senest tre "
    "hverdage før" },
  { "Besøgsven fra Ældre Sagen", "Ældre Sagen Aarhus", "visit",
    "text=En besøgsven kommer hjem til dig, eller I går en tur sammen|words=samvær, ensom, "
    "selskab|home=yes|seeks=yes|"
    "price=Gratis|times=efter aftale|join=Ring til lokalafdelingen" },
  { "Flyttehjælp", "Ældre Sagen Aarhus", "moving",
    "text=Hjælp til at pakke, sortere og bære, når du flytter i mindre bolig|words=flytning, møbler, "
    "flyttekasser, "
    "praktisk hjælp|home=yes|seeks=yes|price=Gratis, flyttevogn betales|times=efter aftale|join=Ring fire "
    "uger før" },
  { "Tryghedsopkald", "Ældre Sagen Aarhus", "call",
    "text=En frivillig ringer hver morgen og hører, om alt er vel|words=telefon, telefonven, opkald, "
    "tryg|home=yes|"
    "seeks=yes|price=Gratis|times=hver dag mellem 8 og 9|join=Ring til lokalafdelingen" },
  { "Mødested for seniorer", "KlostergadeCentret", "meeting",
    "text=Kom indenfor til kaffe, samvær, hold og foredrag midt i byen, uden tilmelding|words=pensionist, "
    "ældre, "
    "værested, bekendtskaber, ensom, selskab|address=Klostergade 37|postcode=8000 Aarhus C|price=Kaffe kr. "
    "10,-|"
    "times=hverdage 9-15|seeks=yes|join=Kom bare" },
  { "Vejledning i frivilligt arbejde", "Frivilligcenter Aarhus", "advice",
    "text=En samtale om, hvad du har lyst til og tid til, og hvilke foreninger der søger "
    "frivillige|words=blive "
    "frivillig, i tvivl, hvad kan jeg, vejviser over foreninger|postcode=8000 Aarhus "
    "C|price=Gratis|times=hverdage "
    "10-14|seeks=yes|join=Ring og aftal en tid" },
  { "Brobygning", "GENLYD Aarhus", "bridge",
    "text=En brobygger følger med de første gange, indtil det nye sted er blevet kendt|words=følgeskab, "
    "første gang, "
    "tør ikke, genert, alene derhen|home=yes|seeks=yes|price=Gratis|times=efter aftale|join=Skriv eller ring "
    "til "
    "GENLYD" },
  { "Besøgstjeneste", "Sankt Lukas Sogn", "visit",
    "text=Besøg derhjemme af en fra sognet|words=samvær, ensom, selskab, "
    "præst|home=yes|price=Gratis|times=efter "
    "aftale|join=Ring til sognets kontor" },
  { "Samtalegruppe for efterladte", "Sankt Lukas Sogn", "group",
    "text=For den, der har mistet sin ægtefælle eller en anden nær|words=sorg, enke, enkemand, død, mistet, "
    "tale med "
    "andre i samme situation|postcode=8000 Aarhus C|price=Gratis|times=torsdag eftermiddag hver anden "
    "uge|join=Tal "
    "med sognets præst først" },
};

static const struct
{
  const char *title, *kind;
  int ago, days; /* put up so long ago, and up so long from today */
  const char *more;
} notices[] = {
  { "Gåmakker søges", "company", 5, 30,
    "text=Jeg går en lille time i roligt tempo langs åen, mest om formiddagen, og vil gerne følges med "
    "nogen|times=formiddag|postcode=8000 Aarhus C|public=yes" },
  { "Fjerde mand til kort", "company", 12, 20,
    "text=Vi er tre, der spiller whist og lidt bridge hjemme hos hinanden, og mangler en fjerde|times=onsdag "
    "aften|postcode=8260 Viby J|public=yes" },
  { "Hvem vil passe højbede?", "idea", 3, 60,
    "text=Bag huset står tre højbede, der mangler nogen, som kan lide havearbejde: blomster, grøntsager og "
    "urter|postcode=8000 Aarhus C|public=yes" },
};

static gboolean
has_organiser (const StafetMaker *maker, const char *name)
{
  GPtrArray *made = maker->made[STAFET_KIND_ORGANISER];

  for (guint i = 0; i < made->len; i++)
    if (g_str_equal (stafet_record_get_label (g_ptr_array_index (made, i)), name))
      return TRUE;
  return FALSE;
}

static void
make_associations (StafetMaker *maker)
{
  for (gsize i = 0; i < G_N_ELEMENTS (associations); i++)
    {
      gpointer organiser;
      g_autofree char *phone = NULL;

      if (has_organiser (maker, associations[i].name))
        {
          stafet_maker_set (stafet_maker_find (maker, STAFET_KIND_ORGANISER, associations[i].name), "web",
                            associations[i].web);
          continue;
        }
      phone = stafet_people_phone (maker);
      organiser = stafet_maker_make (maker, STAFET_KIND_ORGANISER, "name", associations[i].name, "kind",
                                     associations[i].kind, "phone", phone, NULL);
      stafet_maker_set (organiser, "web", associations[i].web);
    }
}

static void
make_offers (StafetMaker *maker)
{
  for (gsize i = 0; i < G_N_ELEMENTS (offers); i++)
    {
      StafetOffer *offer =
        stafet_maker_make (maker, STAFET_KIND_OFFER, "title", offers[i].title, "kind", offers[i].kind, NULL);

      stafet_maker_set_pairs (offer, offers[i].more);
      offer->organiser = stafet_maker_uid (maker, STAFET_KIND_ORGANISER, offers[i].organiser);
      offer->checked = maker->today - CHECKED_DAYS_AGO - (StafetDate) i;
      stafet_maker_set_text (offer, "source", "Foreningens hjemmeside");
    }
}

static void
make_notices (StafetMaker *maker, StafetUid house)
{
  for (gsize i = 0; i < G_N_ELEMENTS (notices); i++)
    {
      StafetNotice *notice = stafet_maker_make (maker, STAFET_KIND_NOTICE, "title", notices[i].title, "kind",
                                                notices[i].kind, NULL);
      g_autofree char *name = stafet_people_name (maker), *phone = stafet_people_phone (maker);

      stafet_maker_set_pairs (notice, notices[i].more);
      stafet_maker_set_text (notice, "contact", name);
      stafet_maker_set (notice, "phone", phone);
      notice->house = house;
      notice->posted = maker->today - notices[i].ago;
      notice->until = maker->today + notices[i].days;
    }
}

/* Whoever is called one thing is asked about it. */
static void
give_duties (StafetMaker *maker)
{
  static const struct
  {
    const char *word;
    StafetDuty duty;
  } duties[] = { { "frivilligkonsulent", STAFET_DUTY_VOLUNTEERING },
                 { "oplevelsesmedarbejder", STAFET_DUTY_EXPERIENCE },
                 { "forebyggelseskonsulent", STAFET_DUTY_PREVENTION },
                 { "husets koordinator", STAFET_DUTY_MANAGER },
                 { "centerleder", STAFET_DUTY_MANAGER } };
  GPtrArray *made = maker->made[STAFET_KIND_CONTACT];

  for (guint i = 0; i < made->len; i++)
    for (gsize j = 0; j < G_N_ELEMENTS (duties); j++)
      {
        StafetContact *contact = g_ptr_array_index (made, i);

        if (strcmp (contact->role, duties[j].word) == 0)
          {
            contact->duty = (gint32) duties[j].duty;
            /* Whom a citizen is sent to may be named where everybody reads. */
            contact->is_public |= duties[j].duty == STAFET_DUTY_VOLUNTEERING;
          }
      }
}

static void
make_consultants (StafetMaker *maker)
{
  GPtrArray *areas = maker->made[STAFET_KIND_AREA];
  g_autofree char *guide = stafet_people_name (maker);
  StafetContact *genlyd;

  for (guint i = 0; i < areas->len; i++)
    {
      g_autofree char *name = stafet_people_name (maker);

      stafet_people_add_contact (maker, name, "forebyggelseskonsulent", NULL, NULL,
                                 ((StafetRecord *) g_ptr_array_index (areas, i))->uid)
        ->is_public = TRUE;
    }
  genlyd = stafet_people_add_contact (maker, guide, "brobygger i GENLYD", NULL, NULL, NULL);
  genlyd->is_public = TRUE;
  genlyd->duty = STAFET_DUTY_GENLYD;
  ((StafetOrganiser *) stafet_maker_find (maker, STAFET_KIND_ORGANISER, "GENLYD Aarhus"))->contact =
    genlyd->parent.uid;
}

static const struct
{
  const char *title, *more;
  int ago, next; /* begun so many days ago, the next step in so many days */
} enquiries[] = {
  { "Gåmakker til Gerda",
    "name=Gerda|wish=Vil gerne ud at gå om formiddagen, helst med en at følges "
    "med|postcode=8000|times=formiddag|"
    "travel=self|price=50|company=yes|holder=Marianne Toft|next_step=Ring til Gerda og foreslå gåturen",
    1, 0 },
  { "Vil gerne lære at spille whist",
    "wish=Vil gerne lære at spille whist|postcode=8260|travel=bus|holder=Marianne Toft|next_step=Kontakt "
    "borgeren",
    9, 3 },
};

/* Whose name is kept has agreed to it. */
static void
make_enquiries (StafetMaker *maker, StafetUid house)
{
  for (gsize i = 0; i < G_N_ELEMENTS (enquiries); i++)
    {
      StafetEnquiry *enquiry =
        stafet_maker_make (maker, STAFET_KIND_ENQUIRY, "title", enquiries[i].title, NULL);

      stafet_maker_set_pairs (enquiry, enquiries[i].more);
      enquiry->house = house;
      enquiry->begun = maker->today - enquiries[i].ago;
      enquiry->delete_on = enquiry->begun + 183;
      enquiry->next_on = maker->today + enquiries[i].next;
      if (*enquiry->name != '\0')
        {
          g_autofree char *phone = stafet_people_phone (maker);

          enquiry->consent = enquiry->begun;
          stafet_maker_set (enquiry, "phone", phone);
          stafet_maker_set_text (enquiry, "consent_to", "Marianne Toft");
        }
    }
}

void
stafet_example_make_network (StafetMaker *maker, StafetUid house)
{
  make_associations (maker);
  make_offers (maker);
  make_notices (maker, house);
  make_enquiries (maker, house);
  make_consultants (maker);
  give_duties (maker);
  stafet_example_make_care (maker, house);
}
