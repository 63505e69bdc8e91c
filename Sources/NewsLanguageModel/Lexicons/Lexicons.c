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

static const unsigned char rows_newsCountries[] = {
#embed "countries.tsv"
};
LEXICON(newsCountries)

static const unsigned char rows_newsPlaces[] = {
#embed "places.tsv"
};
LEXICON(newsPlaces)

static const unsigned char rows_newsCities[] = {
#embed "cities.tsv"
};
LEXICON(newsCities)

static const unsigned char rows_newsRegions[] = {
#embed "regions.tsv"
};
LEXICON(newsRegions)

static const unsigned char rows_newsOrganisations[] = {
#embed "organisations.tsv"
};
LEXICON(newsOrganisations)

static const unsigned char rows_newsGivenNames[] = {
#embed "given-names.tsv"
};
LEXICON(newsGivenNames)

static const unsigned char rows_newsPersonNouns[] = {
#embed "person-nouns.tsv"
};
LEXICON(newsPersonNouns)

static const unsigned char rows_newsReportingVerbs[] = {
#embed "reporting-verbs.tsv"
};
LEXICON(newsReportingVerbs)

static const unsigned char rows_newsReportingNouns[] = {
#embed "reporting-nouns.tsv"
};
LEXICON(newsReportingNouns)

static const unsigned char rows_newsStances[] = {
#embed "stances.tsv"
};
LEXICON(newsStances)

static const unsigned char rows_newsStanceWords[] = {
#embed "stance-words.tsv"
};
LEXICON(newsStanceWords)

static const unsigned char rows_newsMeetings[] = {
#embed "meetings.tsv"
};
LEXICON(newsMeetings)

static const unsigned char rows_newsVisits[] = {
#embed "visits.tsv"
};
LEXICON(newsVisits)

static const unsigned char rows_newsVagueNouns[] = {
#embed "vague-nouns.tsv"
};
LEXICON(newsVagueNouns)
