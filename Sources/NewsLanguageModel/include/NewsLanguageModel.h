// Data that the language stages read, embedded in the program: trained weights and lexicons.
#ifndef NEWS_LANGUAGE_MODEL_H
#define NEWS_LANGUAGE_MODEL_H

#include <stddef.h>

/// Bytes that live as long as the program.
typedef struct {
    const unsigned char *_Nonnull bytes;
    size_t count;
} EmbeddedResource;

// Lexicons: UTF-8 text, a row a line, fields apart by tabs, comment lines begin with #.

/// Abbreviations written with a full stop: form, class.
EmbeddedResource newsAbbreviations(void);
/// How words are divided: kind, form, and for some kinds a length.
EmbeddedResource newsTokenization(void);
/// Words of English grammar: kind, word.
EmbeddedResource newsFunctionWords(void);
/// Verb forms that go with quotations: form.
EmbeddedResource newsSpeechVerbs(void);
/// Words that show what a paragraph is: kind, place, words.
EmbeddedResource newsParagraphMarks(void);
/// Lemmas the rules would miss: form, tag, lemma.
EmbeddedResource newsLemmaExceptions(void);
/// Words of date expressions: kind, word, value.
EmbeddedResource newsDateWords(void);
/// Countries and territories: code, name, other names, seat, people words.
EmbeddedResource newsCountries(void);
/// Other places: name, sort, country code, filing name.
EmbeddedResource newsPlaces(void);
/// Cities: name, country code.
EmbeddedResource newsCities(void);
/// Region words: word, country codes.
EmbeddedResource newsRegions(void);
/// Organisations: name, other names, country code.
EmbeddedResource newsOrganisations(void);
/// Given names: name, gender.
EmbeddedResource newsGivenNames(void);
/// Nouns for those who can act: sort, lemma.
EmbeddedResource newsPersonNouns(void);
/// Verbs of saying: lemma, frames.
EmbeddedResource newsReportingVerbs(void);
/// Nouns of saying and nouns for documents: lemma, kinds.
EmbeddedResource newsReportingNouns(void);
/// Words of stance: part of speech, lemma, stance, targets, flag.
EmbeddedResource newsStances(void);
/// Words that the rules of stance lean on: class, lemma.
EmbeddedResource newsStanceWords(void);
/// Words of meeting: part of speech, lemma, sort, mode.
EmbeddedResource newsMeetings(void);
/// Words of travel: part of speech, lemma, destinations.
EmbeddedResource newsVisits(void);
/// Nouns that are no topics: lemma.
EmbeddedResource newsVagueNouns(void);
/// The trained weights, aligned to 64 bytes; docs/language-model.md gives the format.
EmbeddedResource news_language_model(void);

#endif
