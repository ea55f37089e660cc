"""How Czech spelling answers to Polish and Ukrainian to Russian: endings by rules, then single letters.

Rules apply in order to a word in lower case, so longer endings stand before shorter ones.
"""

Rules = tuple[tuple[str, str], ...]
"""Pattern and what replaces it."""

CZECH_RULES: Rules = (
    (r"^nej(?=.{3})", "naj"),
    (r"ovat$", "ować"), (r"nout$", "nąć"), (r"(?<=..)at$", "ać"), (r"(?<=..)it$", "ić"), (r"(?<=.)[eě]t$", "eć"),
    (r"ován([íi])$", r"owanie"), (r"(?<=.)án[íi]$", "anie"), (r"(?<=.)ení$", "enie"), (r"ní(m|mi|ch)$", r"ni\1"),
    (r"(?<=.)acemi$", "acjami"), (r"(?<=.)ace$", "acja"), (r"(?<=.)aci$", "ację"), (r"(?<=.)ací$", "acji"),
    (r"ující(.*)$", r"ujący"), (r"(?<=..)ost(i|í)?$", "ość"), (r"(?<=.)ství$", "stwo"), (r"(?<=.)ctví$", "ctwo"),
    (r"ského$", "skiego"), (r"ckého$", "ckiego"), (r"ské$", "skie"), (r"ský$", "ski"), (r"ck([ýí])$", "cki"), (r"cké$", "ckie"),
    (r"ého$", "ego"), (r"ému$", "emu"), (r"ých$", "ych"), (r"ými$", "ymi"), (r"ým$", "ym"),
    (r"(?<=[aeuiáíě])jeme$", "jemy"), (r"(?<=..)áme$", "amy"), (r"(?<=..)íme$", "imy"), (r"(?<=..)eme$", "emy"),
    (r"(?<=..)ují$", "ują"), (r"(?<=..)(aj|ej|ěj)í$", "ają"), (r"(?<=..)uju$", "uję"),
    (r"(?<=[aeiyěuoáí])l$", "ł"), (r"(?<=[aeiyěu])la$", "ła"), (r"(?<=[aeiyěu])lo$", "ło"), (r"(?<=[aeiyěu])ly$", "ły"),
    (r"(?<=..)ů$", "ów"), (r"(?<=..)ům$", "om"), (r"(?<=..)ách$", "ach"), (r"(?<=..)ích$", "ach"), (r"(?<=..)ou$", "ą"),
    (r"ní$", "nie"), (r"ší$", "szy"), (r"utí$", "ęcie"), (r"ící$", "ący"),
    (r"dě", "dzie"), (r"tě", "cie"), (r"ě", "ie"),
)  # fmt: skip
CZECH_LETTERS = str.maketrans(
    {"v": "w", "č": "cz", "š": "sz", "ž": "ż", "ř": "rz", "ů": "ó", "ý": "y", "á": "a", "é": "e", "í": "i",
     "ú": "u", "ť": "ć", "ď": "dź", "ň": "ń", "ľ": "l", "ĺ": "l", "ŕ": "r", "ô": "ó", "ä": "a"}
)  # fmt: skip

UKRAINIAN_RULES: Rules = (
    (r"[’ʼ]", "'"), (r"^від(?=.{3})", "от"), (r"^ви(?=.{3})", "вы"), (r"^з(?=[бдгжз].)", "с"), (r"^по(?=.)", "по"),
    (r"нням$", "нием"), (r"нню$", "нию"), (r"ння", "ние"), (r"ттям?$", "тие"), (r"ень$", "ений"),
    (r"ість$", "ость"), (r"(?<=[аеиіїуюя])ти$", "ть"), (r"(?<=с)ти$", "ти"), (r"тися$", "ться"),
    (r"увати$", "овать"), (r"ювати$", "евать"), (r"увал", "овал"), (r"увать", "овать"),
    (r"ємося$", "емся"), (r"ємо$", "ем"), (r"(?<=..)имо$", "им"), (r"(?<=..)емо$", "ем"),
    (r"(?<=..)є$", "ет"), (r"ються$", "ются"), (r"ється$", "ется"),
    (r"(?<=[кгхжчшщ])ий$", "ий"), (r"ій$", "ей"), (r"ий$", "ый"), (r"ої$", "ой"), (r"ою$", "ой"), (r"ею$", "ей"), (r"єю$", "ей"),
    (r"(?<=..)ів$", "ов"), (r"їв$", "ев"), (r"(?<=..)(ові|еві|єві)$", "у"), (r"(?<=[кгхжчшщ])и(х|ми|м)$", r"и\1"), (r"(?<=..)и(х|ми|м)$", r"ы\1"),
    (r"(?<=[бвдзлмнпрстф])и$", "ы"), (r"(?<=н)і$", "ые"), (r"ськ", "ск"), (r"цьк", "цк"), (r"зьк", "зк"),
    (r"ії$", "ии"), (r"ією$", "ией"), (r"ії", "ии"), (r"йо", "ё"), (r"ьо", "ё"), (r"'(?=[яюєї])", "ъ"),
)  # fmt: skip
UKRAINIAN_LETTERS = str.maketrans({"і": "и", "ї": "и", "є": "е", "ґ": "г", "ў": "в", "'": ""})

OTHER_WORDS = (
    "the of and we our us they their is are was were what who how why which when where do does did to for with about"
    " that this it in on at be have has had not you i my your can or from as by an a need want show give tell me"
    " jest są się że nie dla który która które jak czy tak tylko oraz jeszcze już ale bardzo przez przed przy mamy mają"
    " był była było byli ich nas nam kto kiedy dlaczego ponieważ albo gdzie sie sa juz ktory ktora ktore w z co i"
    " der die das und ist nicht mit wir ein eine für von auf sind im den zu"
    " le la les des et est pas une pour dans que nous el los las por una con del il di che è per sono"
    " smo su nije sam što koji koja koje zbog samo već kako još bismo ili pa za od ki ker bi"
    " что это как и или почему кто когда нет нужно очень также только даже уже от но если чтобы какая какое какой"
)
"""Little words of the languages a Czech or Ukrainian text could be taken for."""
