"""Cleaned prose -> persons whose family name stands first, as in China, Korea and Taiwan, by how they are spelt.

A Chinese name is a family name of a short list before one or two syllables of pinyin; a Korean or
Taiwanese one has two syllables with a hyphen, the second without a capital. Few other names look so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from nlp.tag.names.lists.gazetteers import known
from nlp.tag.names.lists.tables import fold, words
from nlp.tag.names.patterns.runs import STARTERS

CHINESE = """Wang Li Zhang Liu Chen Yang Zhao Huang Zhou Wu Xu Sun Zhu Ma Hu Guo Lin Gao Liang Zheng Luo Xie Tang Feng
    Yu Dong Xiao Cheng Cao Yuan Deng Fu Shen Zeng Peng Lu Su Jiang Cai Jia Ding Wei Xue Ye Yan Pan Du Dai Xia Zhong Tian
    Ren Fan Fang Shi Yao Tan Liao Zou Xiong Jin Hao Kong Bai Cui Kang Mao Qiu Qin Gu Hou Shao Meng Wan Duan Qian Yin
    Qiao Lai Gong Wen Xi Bo Qu Nie Lou Geng""".split()
SPLIT = """Kim Lee Park Choi Choe Jung Chung Jeong Kang Cho Jo Yoon Yun Jang Chang Lim Im Han Oh Seo Shin Kwon Hwang Ahn
    Song Yoo Ryu Hong Moon Roh Noh Ban Chun Tsai Chiang Lai Ma Tung Lam Lien Soong Su Wu Ko Chen Hsu Lin Yu Min Nam
    Won Ro Koo Bae Baek Paik Suh Sohn Huh Ha Goh Chan Leung Ho Cheng""".split()
PINYIN = r"""(?:(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?
    (?:iang|iong|uang|ueng|ang|eng|ong|iao|ian|ing|uai|uan|ai|ei|ao|ou|an|en|ia|ie|iu|in|ua|uo|ui|un|ue|er|a|o|e|i|u))"""
FAMILY_FIRST = re.compile(rf"(?<![\w'-])(?:{'|'.join(CHINESE)})\ (?P<given>[A-Z][a-z]+)(?![\w-])", re.VERBOSE)
SYLLABLES = re.compile(rf"{PINYIN}{{1,2}}", re.VERBOSE)
HYPHENED = re.compile(
    rf"""(?<![\w'-])(?:(?:{"|".join(SPLIT)})\ [A-Z][a-z]{{1,5}}-[a-z]{{1,5}}        # "Kim Min-seo"
        | [A-Z][a-z]{{1,5}}-[a-z]{{1,5}}\ (?:{"|".join(SPLIT)}))(?![\w-])            # "Min-seo Kim" """,
    re.VERBOSE,
)


def find_eastern(text: str) -> Iterator[tuple[int, int]]:
    """Where in `text` such names stand, in no order; the titles before them are outside.

    >>> text = "Premier Zhou Wenli met Kang Min-seo."
    >>> sorted(text[slice(*spot)] for spot in find_eastern(text))
    ['Kang Min-seo', 'Zhou Wenli']
    """
    for match in HYPHENED.finditer(text):
        yield match.span()
    for match in FAMILY_FIRST.finditer(text):
        if _is_given(match.group("given")) and known(match.group()) is None:
            yield match.span()


def _is_given(word: str) -> bool:
    plain = word.lower()
    ordinary = plain in STARTERS or fold(word) in words("word_names.txt") or known(word) is not None
    return not ordinary and SYLLABLES.fullmatch(plain) is not None
