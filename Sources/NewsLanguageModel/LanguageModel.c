// The trained weights of the language model. Attribution and licence: data/README.md.
#include "NewsLanguageModel.h"

_Alignas(64) static const unsigned char data[] = {
#embed "english.nlm"
};

EmbeddedResource news_language_model(void) { return (EmbeddedResource){data, sizeof data}; }
