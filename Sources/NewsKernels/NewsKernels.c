#include "NewsKernels.h"
