// Lexicons as tab-separated text, one row a line, embedded as they lie in this folder.
#include "NewsLanguageModel.h"

#define LEXICON(function)                                                            \
    EmbeddedResource function(void) {                                                \
        return (EmbeddedResource){rows_##function, sizeof rows_##function};          \
    }

static const unsigned char rows_newsAbbreviations[] = {
#embed "abbreviations.tsv"
};
LEXICON(newsAbbreviations)

static const unsigned char rows_newsTokenization[] = {
#embed "tokenization.tsv"
};
LEXICON(newsTokenization)

static const unsigned char rows_newsFunctionWords[] = {
#embed "function-words.tsv"
};
LEXICON(newsFunctionWords)

static const unsigned char rows_newsSpeechVerbs[] = {
#embed "speech-verbs.tsv"
};
LEXICON(newsSpeechVerbs)

static const unsigned char rows_newsParagraphMarks[] = {
#embed "paragraph-marks.tsv"
};
LEXICON(newsParagraphMarks)

static const unsigned char rows_newsLemmaExceptions[] = {
#embed "lemma-exceptions.tsv"
};
LEXICON(newsLemmaExceptions)

static const unsigned char rows_newsDateWords[] = {
#embed "date-words.tsv"
};
LEXICON(newsDateWords)
