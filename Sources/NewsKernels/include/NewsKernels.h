// Matrix kernels, one per instruction set, chosen at run time.
#ifndef NEWS_KERNELS_H
#define NEWS_KERNELS_H

#endif
