#include "NewsLanguageModel.h"
