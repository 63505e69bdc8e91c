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

#endif
