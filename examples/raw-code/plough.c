/* plough lanes over a field with corners, which direction is the shortest?
 *   ./plough 3.5 field.txt     (x y per line, metres, in order round the field)
 */
#include <stdio.h>
#include <stdlib.h>
#include <math.h>

#define MAXP 200
double X[MAXP], Y[MAXP];
int N;

static int cmp(const void *a, const void *b)
{
	double d = *(const double *)a - *(const double *)b;
	return d < 0 ? -1 : d > 0;
}

double area(void)
{
	double s = 0;
	for (int i = 0, j = N - 1; i < N; j = i++)
		s += X[j] * Y[i] - X[i] * Y[j];
	return fabs(s) / 2;
}

/* turn everything by -deg, then lanes are horizontal */
double lanes(double deg, double w, int *cnt, double *turn)
{
	double u[MAXP], v[MAXP], hit[MAXP];
	double c = cos(deg * M_PI / 180), s = sin(deg * M_PI / 180);
	double lo = 1e30, hi = -1e30, sum = 0, lastx = 0;
	int first = 1, dir = 0;
	*cnt = 0;
	*turn = 0;
	for (int i = 0; i < N; i++) {
		u[i] = X[i] * c + Y[i] * s;
		v[i] = -X[i] * s + Y[i] * c;
		if (v[i] < lo) lo = v[i];
		if (v[i] > hi) hi = v[i];
	}
	for (double y = lo + w / 2; y < hi; y += w) {
		int k = 0;
		for (int i = 0, j = N - 1; i < N; j = i++) {
			if ((v[i] <= y) != (v[j] <= y))
				hit[k++] = u[j] + (y - v[j]) / (v[i] - v[j]) * (u[i] - u[j]);
		}
		if (k < 2) continue;
		qsort(hit, k, sizeof hit[0], cmp);
		for (int q = 0; q + 1 < k; q += 2) {
			double l = hit[q + 1] - hit[q];
			if (l < 1.0) continue;  /* not worth lowering the plough */
			sum += l;
			(*cnt)++;
		}
		/* headland drive between rows, back and forth */
		double in = dir ? hit[k - 1] : hit[0];
		double out = dir ? hit[0] : hit[k - 1];
		if (!first)
			*turn += hypot(in - lastx, w) + 6;
		lastx = out;
		first = 0;
		dir = !dir;
	}
	return sum;
}

int main(int argc, char **argv)
{
	if (argc < 2) {
		fprintf(stderr, "plough WIDTH [FILE]\n");
		return 1;
	}
	double w = atof(argv[1]);
	FILE *f = argc > 2 ? fopen(argv[2], "r") : stdin;
	if (!f || w <= 0) { perror("plough"); return 1; }
	while (N < MAXP && fscanf(f, "%lf %lf", &X[N], &Y[N]) == 2)
		N++;
	if (N < 3) { printf("that is not a field\n"); return 1; }
	printf("area %.2f ha, %d corners\n", area() / 10000, N);

	double best = 1e30;
	int bd = 0;
	for (int d = 0; d < 180; d += 5) {
		int c;
		double t, s = lanes(d, w, &c, &t);
		/* turning costs double because of the diesel */
		double total = s + 2 * t;
		if (d % 45 == 0)
			printf("%3d deg: %d lanes %.0f m + %.0f m turning\n", d, c, s, t);
		if (total < best - 1e-6) { best = total; bd = d; }
	}
	printf("best %d deg, %.0f m, %.1f h at 7 km/h\n", bd, best, best / 7000);
	/* printf("%f\n", lanes(bd, w, 0, 0)); crash */
	return 0;
}
