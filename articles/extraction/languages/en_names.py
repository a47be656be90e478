"""English and common foreign first names, by the pronoun they usually take, and those that take either."""

from articles.extraction.languages.base import words

FEMALE = words(
    """abigail ada adele adriana agnes aisha alexandra alexis alice alicia alison allison alma amanda amber amelia amina
    amy ana andrea angela angelina anita anja ann anna annabel anne annette annie april ariana ashley astrid athena audrey
    ava barbara beatrice becky bella bernadette bertha beth betsy betty beverly bianca bonnie brenda brianna bridget
    brigitte britney camila candace candice carla carly carmen carol carole caroline carolyn carrie cassandra catherine
    cathy cecile cecilia celia charlene charlotte chelsea cheryl chloe christina christine cindy claire clara claudia
    colleen connie constance cora crystal cynthia daisy danielle daphne dawn debbie deborah debra delia denise diana diane
    dianne dolores donna dora doris dorothy edith eileen elaine eleanor elena elisa elise eliza elizabeth ella ellen
    elsa emily emma erica erika erin esther ethel eugenia eva eve evelyn faith fatima felicia fiona flora florence frances
    francesca freya gabriela gail gemma georgia geraldine gertrude gina ginger gloria grace greta gretchen gwen hannah
    harriet hazel heather heidi helen helena helga hilary hillary holly hope huma ida ilse imogen ines ingrid irene iris
    irina isabel isabella ivanka ivy jacqueline jane janet janice jasmine jeanette jeanne jenna jennifer jenny
    jessica jill joan joanna joanne josephine joyce juanita judith judy julia juliana julie juliet june karen karin
    karla kate katherine kathleen kathryn kathy katie katrina kayla kellyanne kerstin kimberly kirsten krista kristen
    kristin kristina lara laura lauren laurie leah leila lena leona leslie leticia lidia lila lilian liliana lillian lily
    linda lindsay lisa liz lois lola loretta lori lorraine louise lucia lucille lucinda lucy luisa lydia lynn mabel
    madeleine madeline maggie malala mandy marcia margaret margarita margot maria mariah marian marianne marie marilyn
    marina marissa marit marjorie marlene marsha martha mary matilda maureen maxine maya meera megan meghan melania melanie
    melinda melissa mercedes meredith mia michele michelle mildred mina minna miranda miriam molly mona monica monique muriel
    myra nadia nancy naomi natalia natalie natasha nellie nicola nicole nikki nina noor nora norma odalys odessa olga olive
    olivia opal ophelia pamela patricia patsy patti patty paula pauline pearl peggy penelope penny petra phyllis priscilla
    priya rachel ramona rebecca regina renata renee rhoda rhonda rita roberta rosa rosalie rosalind rose rosemary roxanne
    ruby ruth sabine sabrina sadie sally samantha sandra sara sarah saskia selma shannon sharon sheila shelley sherry shirley
    sigrid signe silvia simone sofia sonia sonja sophia sophie stacey stacy stella stephanie sue susan susanna susannah
    susanne suzanne svetlana sylvia tabitha tamara tammy tania tanya tara tatiana teresa tessa thea thelma theresa tiffany
    tina toni tracy ulrike ursula valerie vanessa vera veronica vicki victoria viola violet virginia vivian wanda wendy
    whitney wilma yasmin yolanda yvette yvonne zara zelda zoe elin ebba edda tilda maren ronja solveig leonie johanna"""
)
MALE = words(
    """aaron abdul abe abraham adam adrian ahmed al alan albert alberto alejandro alexander alfred ali allan allen alvin
    amir andre andreas andrew andy angelo angus anthony antonio antonin archie arnold arthur asher barack barney barry bart
    ben benedict benjamin bernard bernie bert bill billy bjorn bob bobby boris brad bradley brandon brendan brent brett brian
    bruce bruno bryan bryce byron caleb calvin carl carlos cecil cedric cesar chad charles charlie chester chris christian
    christoph christopher chuck clarence claude clayton cliff clifford clint clive clyde cody colin conor conrad corey cory
    craig curtis cyril damian damon dan daniel danny darrell darren dave david dean dennis derek dermot dexter dick diego
    dieter dimitri dirk dmitri dominic don donald doug douglas drew duncan dustin dwight dylan earl ed eddie edgar edmund
    eduardo edward edwin eli elias elijah elliot elliott elmer emil emmanuel enrique eric erik ernest ernie ethan eugene evan
    fabian felipe felix ferdinand fernando finn floyd francisco francois frank franklin fred freddie frederick friedrich gabriel
    garrett gary gavin gene geoff geoffrey george gerald gerard gilbert giles giorgio giovanni glen glenn gordon graham grant
    greg gregory gunnar gus guy hal hank hans harold harry harvey hector heinrich henri henrik henry herbert herman horace
    howard hubert hugh hugo humphrey ian ibrahim igor isaac ivan jack jacob jacques jake jamal james jared jason javier jay
    jed jeb jeff jeffrey jens jeremiah jeremy jerome jerry jesse jim jimmy joachim joe joel joerg johan john johnny jon
    jonah jonas jonathan jorge jose josef joseph josh joshua josiah joss juan juergen julian julio julius justin kai karl
    keith ken kenneth kenny kevin khalil klaus konrad kurt kyle lance larry lars lawrence lee leo leon leonard leonardo
    leopold leroy lester levi lewis liam lincoln lionel lloyd lorenzo louis lucas ludwig luis lukas luke luther
    magnus malcolm manfred manuel marc marcel marco marcus mario mark markus marshall martin marty marvin mason mateo matt
    matthew matthias maurice max maximilian mehmet melvin michael miguel mike mikhail milton mitch mitchell mohamed mohammed
     morris moses muhammad murray nate nathan nathaniel ned neil nelson nicholas nick nicolas nigel niko niels noah noel
    norman oleg oliver omar orlando oscar oskar otis otto owen pablo parker patrick paul pedro perry pete peter phil
    philip phillip pierre preston quentin quincy rafael raj ralph ramon rand randall randolph randy raoul raphael raul ray
    raymond reggie reginald reid rex ricardo richard rick ricky rob robert roberto rod rodney rodrigo roger roland rolf
    roman ron ronald ronnie rory ross roy ruben rudolf rudy rufus rupert russell ryan salvador samir samuel scott sean
    sebastian sergei seth shane shawn sheldon sidney simon solomon spencer stan stanley stefan stephan stephen sterling steve
    steven stewart stuart sven tariq ted teddy teodor terrence theo theodore thomas tim timothy tobias toby todd tom
    tomas tommy tony travis trent trevor tristan troy tyler uwe vernon victor vince vincent viktor vladimir wade wallace
    walter warren wayne werner wesley wilbur wilfred wilhelm will william willie winston wolfgang xavier yoav yuri yusuf zach
    zachary halvard corvin torben rasmus kasper anders bertil edvard gustav ragnar leif"""
)
EITHER = words(
    """alex avery bobbie cameron carey casey dana jackie jaime jamie jan jean jess jo jody jordan kelly kerry kim kris lindsey marion morgan pat quinn reese riley robin sam sandy sasha shelby taylor terry mika nikita sacha yuki akira wei min"""
)
FEMALE_WORDS = words(
    """mrs ms miss madam spokeswoman chairwoman congresswoman councilwoman councillorwoman actress queen princess lady dame
    policewoman businesswoman woman mother wife daughter sister widow grandmother aunt girl nun duchess waitress heroine
    abbess midwife niece girlfriend hostess headmistress firewoman councilwoman assemblywoman alderwoman saleswoman"""
)
MALE_WORDS = words(
    """mr sir spokesman chairman congressman councilman actor king prince lord fisherman policeman businessman man father
    husband son brother widower grandfather uncle boy monk duke waiter hero pope nephew boyfriend host headmaster fireman
    assemblyman alderman salesman gentleman priest bishop cardinal archbishop imam rabbi friar abbot"""
)
