"""Short stories put together from parts: who speaks, how, and where the words stand, each in many shapes.

Nobody would write all of these by hand, and not every answer to them is right; they show what a change of the rules changes.
"""

import random
from collections.abc import Iterator

from articles.extraction import Passage

STORIES = 1000

OPENINGS = """Ada Quill met Max Odd on Monday.
Mayor Ada Quill, a former pilot, opened the pier in Calder.
The harbor chief, Lena Osk, and her deputy, Otto Grün, came late.
Growing up on a barge, Ada Quill learned to swim; Max Odd did not.
Ada Quill’s brother, Max Quill, is the coach of the Calder Wanderers.
Karim Noor, who runs the Port Office, told the board of the leak.
Shortly after noon, Ms. Quill arrived with Dr. Odd.
The crowd fell silent. Residents of Calder had waited for the mayor.
When Lena Osk left, Max Odd stayed with the pilots.
PIER BOARD WEIGHS NEW LAMPS
The Coast Bank sued Odd & Sons; the firm’s lawyer, Ida Fell, declined to comment.
Two pilots, Ada Quill and Max Odd, wrote to the Calder Ledger in May.
Officials from the Ministry of Tides saw Sen. Max Odd (I-Calder) and Rep. Ada Quill (C-Osk).
Max Odd, 61, the co-owner of the boat, and Ida Fell, one of its crew, argued.
It was cold.
By and by the tide came in, and Will Long, the clerk of the court, closed the door.
Sir Oswin Grane and Dame Clara Munn spoke at the University of Calder.
Ada de Quill and Lena von der Osk are cousins; the elder is a judge.
“Long Live The Pier” is a song. The film “A Dry Boat” is not.
She is Ada Quill’s aunt, Ada B. Quill Jr., said the pilot.""".splitlines()
WHO = """Ada Quill|Quill|Max Odd|Odd|Mr. Odd|Ms. Quill|Mayor Max Odd|the mayor|the mayor of Calder|she|he|they|it|the pilot
Ada Quill, the mayor of Calder,|Ada Quill, 41,|Ada Quill (the pilot)|the Port Office|the ministry|a statement from the Port Office
Ada Quill and Max Odd|Ada and Max Quill|several officials|some of the pilots|one of the pilots|others|one|21 percent of voters|200 protesters
Quill’s lawyer, Ida Fell,|the harbor’s chief clerk|former Secretary of State Ada Quill|Dr. J. D. Odd Jr.|Ada de Quill|the city’s harbor chief, Lena Osk,
a spokesman for the mayor|the mayor’s office|Quill’s office|a spokeswoman for Odd, Clara Munn,|Calder|the Coast Bank|Odd & Sons|the company
the pilot known as Ada|the president of the Calder Bar Association, Ida Fell,|a sign|the letter|residents|the board|the late Max Odd
Ada “Bo” Quill|Senators Quill and Odd|Sen. Max Odd|the startup Nimbus|PIER’s Ada Quill|al-Sayed|Ada Q.|Will Long|Baker|King
election lawyer Ada Quill|Fox host Ada Quill|her brother, Max,|his chief of staff, Ada Quill,|Ada Quill, who runs the pier,|many in Calder
the elder Quill|the second of three pilots|nobody|Ada Quill, a judge, one of many who came,|Karim Noor|the judge|the deputy|R-Calder
the University of Calder|the Center for River Studies|Grane|Sir Oswin|state Del. Ada Quill|the opposition|critics|Opinion polls|I|we""".replace(
    "\n", "|"
).split("|")
SAYS = """said|says|told reporters|told Max Odd|added|argued|also said|then quickly said|has said|would later say|replied|answered
used to say|went on to say|insisted|shot back|wrote|wrote in May|asked|was asked|was quoted as saying|is said to have said|put it
said, laughing,|, however, said|, in turn, added|, he added,|later recalled|chanted|shouted|quipped|concluded|tweeted|claimed
reportedly said|did not say|never said|repeatedly said|smiled|began|grinned|nodded|explained to her|responded|agreed|warned""".replace(
    "\n", "|"
).split("|")
CALLS = """called it|described the pier as|dismissed it as|was called|was described by Max Odd as|has been labeled|spoke of|warned of|promised
wanted|voted for|said the pier was|said that it was|says he is|argued that the plan is|told the board the pier was|claimed to be|asked for
, asked about it, called it|saw|made|posted a picture of|went for|went on about|referred to it as|’s claim that the pier is|’s remark was:
’s answer:|rejected the claim that it was|echoed Quill’s claim that it is|insisted on|is known as|nicknamed it|kept saying|refused to say it was""".replace(
    "\n", "|"
).split("|")
WORDS = """We go by sea today and tomorrow|It leaks|Never|Why|No, we stay|The tide will not wait for us|Nobody asked me|[We] will go … soon
The lamps, she said, are out|Traffic|Our boat is old but dry|You have not read it, Max Odd|Yes, Sir|We had time.... We had none""".replace(
    "\n", "|"
).split("|")
SCRAPS = """a toy|toy boat|wet|a dry old pier|fair share|The Long Pier|not for sale|half a ledger|two of [them]|very old|Outlook|no|market accident
the boat that sank twice in May and once again in June|Pier!""".replace("\n", "|").split("|")
TAILS = """|at noon|in a statement|on Monday|to the board|of the pier|, which it is not|, and left|and nothing else|slogan|of Calder|, he noted
, referring to the boat|when he came|in an interview with the Ledger|, adding that it was late|, according to the minutes|by Max Odd|remark|with a laugh
, Ida Fell said|, said Ida Fell of the Port Office|, a spokesman for the port said|because it leaks|about that""".replace(
    "\n", "|"
).split("|")
FRAMES = """“{Full},” {says} {who}{tail}.
“{Full},” {who} {says}{tail}.
“{Full},” {who} {says}. “{Full}.”
“{Full},” {says} {who}, “{full}.”
“{Full}!” {says} {who}{tail}.
“{Full}?” {who} {says}{tail}.
“{Full}.” {Who} {says} so{tail}.
{Who} {says}: “{Full}.”
{Who} {says}, “{Full}.”
{Who} {says}{tail}: “{Full}.”
{Who} {calls} “{scrap}”{tail}.
{Who} {calls} “{scrap}” and “{scrap}”{tail}.
{Who} {calls} “{scrap},” {calls} “{scrap}.”
{Who} {says} that {who} {calls} “{scrap}.”
When {who} {calls} “{scrap},” {who} {says} nothing.
As {who} {says}, it was “{scrap}”{tail}.
According to {who}, the pier is “{scrap}”{tail}.
The pier is “{scrap},” according to {who}.
The pier, {who} {says}, was “{scrap}”{tail}.
“{Full}” was in the letter, {who} {says}{tail}.
“{Full}” and more of it{tail}, {says} {who}.
{Who}: “{Full}.”
{Who}{tail}: “{Full}.”
“{Full}.” — {who}
“{Full}.”
“{scrap}” was the word{tail}, {says} {who}.
After the vote, {who}, {calling} “{scrap}”{tail}, {says} that it was late.
With {who} {calling} “{scrap},” {who} left{tail}.
In {who}’s letter, it was “{scrap}”{tail}.
The “{scrap}” {tail} that {who} {says} he saw.
Asked whether it leaks, {who} {says}, “{Full}.”
{Who}, who {calls} “{scrap},” {says}{tail}.
It was {who} who {says} “{scrap}”{tail}.
“{Full},” read the letter{tail}. “{Full},” {who} {says}.
A “{scrap}” was what {who} wanted{tail}.
{Who} {says}, “{Full}.” “{Full},” {says} {who}.
“{Full}{tail},” {who} {says}. That was “{scrap}”{tail}.""".splitlines()
CALLING = (
    "calling it|saying it was|insisting it is|describing the pier as|warning of|chanting|shouting".split("|")
)


STYLES = (
    "“”", "“”", "“”", "“”", "“”", '""', "‘’", "''", "„“", "«»", '“"', "``",
)  # fmt: skip
SIGNS = ("—", "–", "-", "―")
ABROAD = {
    "de": """„{Full}“, sagte {who}.|{Who} nannte den Plan „{scrap}“.|Laut {who} ist es „{scrap}“.|{Who} sagte: „{Full}.“|„{Full}“, so {who}.
„{Full}“, sagte die Sprecherin Ada Quill am Montag.|„{Full}“, hieß es aus dem Ministerium.|Der Bürgermeister Max Odd, 61, sagte, es sei „{scrap}“.""",
    "fr": """« {Full} », a déclaré {who}.|« {Full} », dit-elle.|Selon {who}, c’est « {scrap} ».|« {Full} », a-t-il ajouté.|— {Full}, dit {who}.
« {Full} », a expliqué la ministre Ada Quill.|{Who} affirme que le port est « {scrap} ».""",
    "es": """«{Full}», dijo {who}.|—{Full} —dijo {who}—. {Full}.|Según {who}, es “{scrap}”.|—{Full}.|El alcalde Max Odd dijo: “{Full}”.
—{Full} —respondió ella.|La portavoz, Ada Quill, calificó el plan de “{scrap}”.""",
    "en": "",
}  # fmt: skip


def shapes() -> Iterator[tuple[str, list[Passage]]]:
    """Language and passages of each story, the same ones every time."""
    for number in range(STORIES):
        draw = random.Random(number)
        language = draw.choice(("en", "en", "en", "en", "en", "en", "en", "de", "fr", "es"))
        frames = ABROAD[language].replace("\n", "|").split("|") if language != "en" else FRAMES
        opening = draw.choice(OPENINGS)
        body = [opening]
        for _ in range(draw.randint(2, 4)):
            sentence = _sentence(draw, frames)
            if draw.random() < 0.6:
                body[-1] += f" {sentence}"
            else:
                body.append(sentence)
        if language == "en":
            body = [_set(text, draw.choice(STYLES), draw.choice(SIGNS)) for text in body]
        display = [
            Passage(place, _headline(draw, body)) for place in ("headline", "dek") if draw.random() < 0.2
        ]
        yield language, [*display, *(Passage("body", text) for text in body)]


def _set(text: str, marks: str, sign: str) -> str:
    """The paragraph in another typography."""
    text = text.replace("— ", f"{sign} ")
    if marks == "``":
        return text.replace("“", "``").replace("”", "''")
    return text.replace("“", marks[0]).replace("”", marks[1])


def _headline(draw: random.Random, body: list[str]) -> str:
    """A line that quotes some words, of the text or of nobody."""
    words = draw.choice(body).split()
    at = draw.randrange(len(words))
    said = " ".join(words[at : at + draw.randint(1, 5)]).strip("“”\"'‘’.,;:")
    marked = draw.choice(("‘{}’", "“{}”", "'{}'", "‘{}!’")).format(said)
    return f"Pier is {marked}, mayor says"


def _sentence(draw: random.Random, frames: list[str]) -> str:
    text = draw.choice(frames)
    while "{" in text:
        before, _, rest = text.partition("{")
        name, _, after = rest.partition("}")
        text = f"{before}{_part(name, draw)}{after}"
    return text.replace(" ,", ",").replace(" ’s", "’s").replace(",,", ",").replace(" .", ".")


def _part(name: str, draw: random.Random) -> str:
    lists = {
        "who": WHO,
        "says": SAYS,
        "calls": CALLS,
        "calling": CALLING,
        "full": WORDS,
        "scrap": SCRAPS,
        "tail": TAILS,
    }
    part = draw.choice(lists[name.casefold()])
    if name == "tail":
        return f" {part}" if part else ""
    if name == "full":
        return part[0].lower() + part[1:]
    return part[0].upper() + part[1:] if name[0].isupper() else part
