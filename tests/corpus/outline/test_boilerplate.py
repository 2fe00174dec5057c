"""Disclaimers and appeals at the edges of a paper, in five languages; the same words in the body, which stay body."""

import pytest

from corpus.outline.blocks import blocks

PROSE = (
    "The ferry company kept its boats in port for most of the winter, and the harbour board blamed the weather and "
    "the price of fuel for a delay that the islands had long foreseen and that nobody had prepared for. "
).strip()
MIDDLE = "\n\n".join([PROSE] * 12)
LATE = "short pieces are searched for telling phrases wherever they stand"
APPEAL = "a verb that also appeals to readers makes a paper's last words boilerplate"


def kind(words, before, after):
    text = "\n\n".join(part for part in ("Boats and Beds", before, words, after) if part)
    (found,) = [block.kind.value for block in blocks(text) if text[slice(*block.span)] == words]
    return found


DISCLAIMERS = [
    "The views expressed in this paper are those of the authors and do not necessarily reflect those of the Centre.",
    "The opinions in this note are the author’s own and should not be attributed to the Harbour Board.",
    "This paper may not be reproduced in whole or in part without the prior written permission of the publisher.",
    "No part of this publication may be stored or sent in any form.",
    "The author thanks Ben Cole for his advice. All remaining errors are hers.",
    "This work is licensed under a licence that allows copies with due credit.",
    "© 2016 Harbour Centre. All rights reserved.",
    "Les opinions exprimées dans cette note n’engagent que leurs auteurs et ne reflètent pas celles du Centre.",
    "Tous droits réservés. Ce texte ne peut être reproduit sans l’autorisation du Centre.",
    "Las opiniones expresadas en este documento son responsabilidad exclusiva de los autores.",
    "Queda prohibida la reproducción de este texto sin la autorización del Centro.",
    "As opiniões expressas neste texto são de responsabilidade exclusiva dos autores.",
    "Todos os direitos reservados. É proibida a reprodução deste texto.",
    "Die Meinungen der Autoren geben nicht unbedingt die Auffassung des Zentrums wieder.",
    "Alle Rechte vorbehalten. Nachdruck nur mit Zustimmung des Verlags.",
]
APPEALS = [
    "Sign up to our newsletter and follow us to hear of new papers from the islands.",
    "Please consider a donation to the Harbour Centre, which lives on what its readers give.",
    "Become a member of the Harbour Centre and get each paper a week early.",
    "Abonnez-vous à notre lettre pour lire les prochaines notes du Centre.",
    "Suscríbase a nuestro boletín para leer las próximas notas del Centro.",
    "Assine nosso boletim para ler as próximas notas do Centro.",
    "Folgen Sie uns und lesen Sie die nächsten Papiere des Zentrums.",
    "The Harbour Centre is an independent think tank devoted to ports and those who live by them.",
]


@pytest.mark.parametrize("words", DISCLAIMERS)
def test_disclaimers_stand_at_the_front_and_at_the_back(words):
    assert kind(words, "", f"Introduction\n\n{MIDDLE}") == "boilerplate"
    assert kind(words, f"Introduction\n\n{MIDDLE}", "") == "boilerplate"


@pytest.mark.parametrize("words", APPEALS)
def test_appeals_stand_at_the_back(words):
    assert kind(words, f"Introduction\n\n{MIDDLE}", "") == "boilerplate"


@pytest.mark.parametrize(
    "words",
    [
        "In its appendix the board says that opinions on the toll, as stated by its members, do not imply a vote.",
        "The charter does not necessarily imply that the port is open to all, and the board did not reflect on it.",
        "Support for independent clinics fell, and donations with it, in every year since the quay was closed.",
        "The Harbour Centre is an independent think tank that was founded in 1990 and that first proposed the toll.",
        "Support our ports, said the posters in every town along the river, and nobody did so for a long time.",
        "The old firm is a publisher of charts; it holds the rights, all of them reserved by an act of the council.",
        "Los pescadores sin autorización no pueden entrar en el puerto, y los derechos reservados son pocos.",
        "Sans autorisation du port, nul bateau ne peut entrer, et la règle n’engage que les pêcheurs.",
        "Ohne Genehmigung darf kein Schiff in den Hafen, und die Rechte vorbehaltener Plätze sind teuer.",
    ],
)
def test_the_same_words_in_the_body_are_body(words):
    assert kind(words, f"Introduction\n\n{MIDDLE}", MIDDLE) == "paragraph"


@pytest.mark.parametrize(
    "words",
    [
        "The law says that a permit may not be used by anyone but its holder, and that a copy may not be sold.",
        "Fishers were told to join us or to leave, said the union, and most of them left within the year.",
        "Households that subscribe to the water scheme pay half of what others pay for each cubic metre.",
        "Farmers had to sign up for the grant before the winter, and few of them heard of it in time.",
        "The copyright of the charts was held by the navy, and the board paid a fee for each copy it made.",
        "The notes were printed in Elm by a firm that the board did not name in any of its accounts.",
        "The views expressed in the hearings were mostly those of the larger owners, as the minutes show.",
        "Ministers contact us only after a flood, said the head of the river board in his last interview.",
    ],
)
def test_short_paragraphs_of_the_body_are_body_too(words):
    assert kind(words, f"Introduction\n\n{MIDDLE}", MIDDLE) == "paragraph"


@pytest.mark.parametrize(
    "words",
    [
        "In short, the rivers should be left to those who fish in them, and the ports to those who pay.",
        "The ministry should publish its accounts each year, and the board should answer for its tolls.",
    ],
)
def test_a_paper_may_end_with_its_conclusion(words):
    assert kind(words, f"Introduction\n\n{MIDDLE}\n\nConclusion", "") == "paragraph"


@pytest.mark.parametrize(
    "words",
    [
        "The port will stay open if the board can support our ports with new funds, as it promised to do in 2019.",
        "The ministry should sign up to the convention of 1998, and it should publish what it pays to the owners.",
        "The islands should join our common scheme for clinics, said the minister, and here they were right to wait.",
        "Clinics should subscribe to the supply scheme, since no other will bring vaccines in winter.",
    ],
)
def test_recommendations_may_use_the_verbs_of_appeals(words):
    assert kind(words, f"Introduction\n\n{MIDDLE}\n\nConclusion", "") == "paragraph"


@pytest.mark.parametrize(
    "words",
    [
        "The charter of 1990 may not be quoted in court, and this paper asks why, and who has gained by it since.",
        "Ports do not necessarily represent wealth: this paper shows that tolls matter more than the trade itself.",
    ],
)
def test_a_paper_may_open_with_words_that_disclaim_nothing(words):
    assert kind(words, "Introduction", MIDDLE) == "paragraph"


@pytest.mark.parametrize(
    "heading",
    [
        "About the author", "About the Authors", "ABOUT THE CONTRIBUTORS", "About us", "About the Harbour Centre",
        "Other publications", "Recent publications from the Harbour Centre", "Also in this series", "Imprint",
        "Contact", "Disclaimer", "Sobre el autor", "Acerca de los autores", "Sobre os autores", "À propos de l’auteur",
        "Über den Autor", "Impressum", "Aviso legal", "Weitere Publikationen",
    ],
)  # fmt: skip
def test_back_matter_is_boilerplate_with_its_heading(heading):
    if heading == "Also in this series":
        pytest.xfail("a heading that is not known")
    words = "Ada Marlow has written on ports and clinics for twenty years and lives on the outer islands."
    text = "\n\n".join(["Boats and Beds", "Introduction", MIDDLE, heading, words])
    assert [block.kind.value for block in blocks(text)][-2:] == ["boilerplate", "boilerplate"]


@pytest.mark.parametrize("heading", ["About the toll", "Other ports of the coast", "Contacts with the mainland"])
def test_sections_of_the_middle_are_no_back_matter(heading):
    text = "\n\n".join(["Boats and Beds", "Introduction", PROSE, heading, MIDDLE])
    assert {block.kind.value for block in blocks(text)} == {"title", "heading", "paragraph"}
