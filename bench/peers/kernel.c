/* Hand-written C kernels of the borough model: the yardstick. Compiled and run by ../beside.sh: gcc -O3 -march=native -mprefer-vector-width=512 -ffp-contract=fast [-DW=8|4] [-DLN=1|2] [-DG=1|10|100] kernel.c -o kernel -lpthread -lm
   usage: kernel check | single [months] | mc THREADS DRAWS POLICY(0 siloed, 1 pooled) REPEATS MONTHS | rng | bw; params.h comes from make_header.py */
#define _GNU_SOURCE
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <stdint.h>
#include <math.h>
#include <time.h>
#include <pthread.h>
#include <immintrin.h>
#include "params.h"
#ifndef W
#define W 8            /* doubles in a hardware vector */
#endif
#ifndef LN
#define LN 1           /* hardware vectors per lane block */
#endif
#ifndef G
#define G 1            /* copies of the five age bands, each with 1/G of the people */
#endif
#define A5 (5*G)
#define NL (W*LN)
typedef double vd __attribute__((vector_size(8*W)));
typedef double vdu __attribute__((vector_size(8*W),aligned(8)));
#if W==8
#define VMIN(a,b) ((vd)_mm512_min_pd((__m512d)(a),(__m512d)(b)))
#define VMAX(a,b) ((vd)_mm512_max_pd((__m512d)(a),(__m512d)(b)))
#else
#define VMIN(a,b) ((vd)_mm256_min_pd((__m256d)(a),(__m256d)(b)))
#define VMAX(a,b) ((vd)_mm256_max_pd((__m256d)(a),(__m256d)(b)))
#endif
static double now(clockid_t c){struct timespec t;clock_gettime(c,&t);return t.tv_sec+1e-9*t.tv_nsec;}
static inline double uniform(uint64_t draw,int i){
  uint64_t z=12345ull+(draw*32+i+1)*0x9E3779B97F4A7C15ull;
  z=(z^(z>>30))*0xBF58476D1CE4E5B9ull; z=(z^(z>>27))*0x94D049BB133111EBull;
  return (double)((z^(z>>31))>>11)*0x1p-53;
}
/* ---------- scalar, one run ---------- */
typedef struct{double n[A5][5],backlog[8],share[8],eff,cost,qaly,unmet,cost_year[200];}Out;
__attribute__((noinline)) static void run1(const double*m,int pooled,int months,Out*o){
  const double*dm=m,*cm=m+8,*xw=m+16,*xr=m+19; double xd=m[22],xe=m[23],xh=m[24],xf=m[25],xs=m[26],xb=m[27],xg=m[28],xk=m[29];
  double n[A5][5],uc[8],kp[8],bl[8]={0},ms[8]={0},fa[8]={0},ca[8]={0},ns[8]={0},sh[8],cap[8],lam=pooled?P_lam:0,g=1+P_growth_year*xg,budget=P_budget_month0,eff=P_eff0,cc=0,cq=0,cu=0,last=0;
  for(int a=0;a<A5;a++)for(int s=0;s<5;s++)n[a][s]=P_stock0[a%5*5+s]/G;
  for(int k=0;k<8;k++){uc[k]=P_unit_cost[k]*cm[k];kp[k]=P_keep[k]*xk;sh[k]=P_share0[k];cap[k]=budget*sh[k]/uc[k];}
  int month=0,year=0;
  for(int t=0;t<months;t++){
    double u[8],lv[8],sp=0,alive=0,q=0,c=0;
    for(int k=0;k<8;k++){
      double d=0; for(int g=0;g<A5;g+=5)for(int a=0;a<5;a++)for(int s=0;s<4;s++)d+=n[g+a][s]*P_rate[(k*5+a)*4+s];
      double ar=dm[k]*d+fa[k],on=bl[k]*(1-P_gives_up[k]),w=ar+on,sv=w<cap[k]?w:cap[k],un=w-sv,co=sv*uc[k],more=un-on,away=(1-kp[k])*(more>0?more:0);
      c+=co; if(k<2)sp+=co; cu+=un; lv[k]=bl[k]-on+away; bl[k]=un-away; ms[k]=ms[k]*(1-1/P_missed_months)+lv[k]; ca[k]+=ar; ns[k]+=ar-sv;
    }
    for(int a=0;a<A5;a++)for(int s=0;s<4;s++){alive+=n[a][s];q+=n[a][s]*P_qaly[s];}
    for(int k=0;k<8;k++){double x=P_people_per_contact[k]*(bl[k]+ms[k])/alive;u[k]=x<1?x:1;}
    double f[3],fd=xd*(1+P_death_acute_sens*u[7]),sat=xe*eff/(eff+P_half*xh);
    for(int s=0;s<3;s++){double z=0;for(int k=0;k<8;k++)z+=P_sens[k*3+s]*u[k];f[s]=xw[s]*(1+xs*z)*(1-P_emax[s]*sat);}
    for(int j=0;j<8;j++){double z=0;for(int k=0;k<8;k++)z+=P_phi[k*8+j]*lv[k];fa[j]=xf*z;}
    for(int g=0;g<G;g++){ double carry[4]={P_births/G*xb,0,0,0}; double(*nn)[5]=n+5*g;
    for(int a=0;a<5;a++){
      double up[3],dn[3],die[4],old[4];
      for(int s=0;s<3;s++){up[s]=nn[a][s]*P_worsen[a*3+s]*f[s];dn[s]=nn[a][s+1]*P_recover[a*3+s]*xr[s];}
      for(int s=0;s<4;s++){die[s]=nn[a][s]*P_death[a*4+s]*fd;old[s]=nn[a][s]*P_ageing[a];}
      nn[a][0]+=dn[0]-up[0]-die[0]-old[0]+carry[0];
      nn[a][1]+=up[0]-dn[0]+dn[1]-up[1]-die[1]-old[1]+carry[1];
      nn[a][2]+=up[1]-dn[1]+dn[2]-up[2]-die[2]-old[2]+carry[2];
      nn[a][3]+=up[2]-dn[2]-die[3]-old[3]+carry[3];
      nn[a][4]+=die[0]+die[1]+die[2]+die[3];
      for(int s=0;s<4;s++)carry[s]=old[s];
    }}
    
    cc+=c; cq+=q/12; eff+=(12*sp/alive-eff)/P_tau;
    if(++month==12){month=0;
      double w[8],tot=0;for(int k=0;k<8;k++){double x=ns[k]/ca[k];w[k]=sh[k]*(1+lam*P_value[k]*(x>0?x:0));tot+=w[k];ca[k]=ns[k]=0;}
      budget*=g;for(int k=0;k<8;k++){sh[k]=w[k]/tot;cap[k]=budget*sh[k]/uc[k];}
      o->cost_year[year++%200]=cc-last;last=cc;}
  }
  memcpy(o->n,n,sizeof n);memcpy(o->backlog,bl,sizeof bl);memcpy(o->share,sh,sizeof sh);o->eff=eff;o->cost=cc;o->qaly=cq;o->unmet=cu;
}
/* ---------- vector over draws: LN hardware vectors per block, every variable a lane block ---------- */
typedef struct{vd v[LN];}B;
#define EACH for(int l=0;l<LN;l++)
typedef struct{B cost_year[20],n[5*A5],qaly,unmet,cost;}VOut;
__attribute__((noinline)) static void runV(const B*m,int pooled,int months,VOut*o){
  B n[5*A5],bl[8],ms[8],fa[8],ca[8],ns[8],sh[8],cap[8],uc[8],kp[8],u[8],lv[8],f[3],eff,budget,cc,cq,cu,last;
  double lam=pooled?P_lam:0;
  EACH{budget.v[l]=(vd){}+P_budget_month0;eff.v[l]=(vd){}+P_eff0;cc.v[l]=cq.v[l]=cu.v[l]=last.v[l]=(vd){};
    for(int i=0;i<5*A5;i++)n[i].v[l]=(vd){}+P_stock0[i%25]/G;
    for(int k=0;k<8;k++){uc[k].v[l]=P_unit_cost[k]*m[8+k].v[l];kp[k].v[l]=P_keep[k]*m[29].v[l];sh[k].v[l]=(vd){}+P_share0[k];cap[k].v[l]=budget.v[l]*sh[k].v[l]/uc[k].v[l];bl[k].v[l]=ms[k].v[l]=fa[k].v[l]=ca[k].v[l]=ns[k].v[l]=(vd){};}
  }
  int month=0,year=0;
  for(int t=0;t<months;t++){
    EACH{
      vd sp={},c={},alive={},q={};
      vd d[8]={};
      for(int g=0;g<A5;g+=5)
#pragma GCC unroll 8
      for(int a=0;a<5;a++)
#pragma GCC unroll 4
        for(int s=0;s<4;s++){ vd x=n[(g+a)*5+s].v[l]; alive+=x; q+=x*P_qaly[s];
#pragma GCC unroll 8
          for(int k=0;k<8;k++)d[k]+=x*P_rate[(k*5+a)*4+s]; }
#pragma GCC unroll 8
      for(int k=0;k<8;k++){
        vd ar=m[k].v[l]*d[k]+fa[k].v[l],on=bl[k].v[l]*(1-P_gives_up[k]),w=ar+on,cp=cap[k].v[l],sv=VMIN(w,cp),un=w-sv,co=sv*uc[k].v[l],more=un-on,none={},away=(1-kp[k].v[l])*VMAX(more,none);
        c+=co; if(k<2)sp+=co; cu.v[l]+=un; lv[k].v[l]=bl[k].v[l]-on+away; bl[k].v[l]=un-away; ms[k].v[l]=ms[k].v[l]*(1-1/P_missed_months)+lv[k].v[l]; ca[k].v[l]+=ar; ns[k].v[l]+=ar-sv;
      }
      vd ia=1/alive,one=(vd){}+1;
#pragma GCC unroll 8
      for(int k=0;k<8;k++){vd x=P_people_per_contact[k]*(bl[k].v[l]+ms[k].v[l])*ia;u[k].v[l]=VMIN(x,one);}
      vd e=eff.v[l],sat=m[23].v[l]*e/(e+P_half*m[24].v[l]),fd=m[22].v[l]*(1+P_death_acute_sens*u[7].v[l]);
#pragma GCC unroll 3
      for(int s=0;s<3;s++){vd z={};
#pragma GCC unroll 8
        for(int k=0;k<8;k++)if(P_sens[k*3+s]!=0)z+=P_sens[k*3+s]*u[k].v[l]; f[s].v[l]=m[16+s].v[l]*(1+m[26].v[l]*z)*(1-P_emax[s]*sat);}
#pragma GCC unroll 8
      for(int j=0;j<8;j++){vd z={};
#pragma GCC unroll 8
        for(int k=0;k<8;k++)if(P_phi[k*8+j]!=0)z+=P_phi[k*8+j]*lv[k].v[l]; fa[j].v[l]=m[25].v[l]*z;}
      vd f0=f[0].v[l],f1=f[1].v[l],f2=f[2].v[l],r0=m[19].v[l],r1=m[20].v[l],r2=m[21].v[l],zero={};
      for(int g=0;g<A5;g+=5){ vd c0=(P_births/G)*m[27].v[l],c1=zero,c2=zero,c3=zero;
#pragma GCC unroll 5
      for(int a=0;a<5;a++){
        vd a0=n[(g+a)*5].v[l],a1=n[(g+a)*5+1].v[l],a2=n[(g+a)*5+2].v[l],a3=n[(g+a)*5+3].v[l];
        vd w0=a0*(P_worsen[a*3]*f0)-a1*(P_recover[a*3]*r0),w1=a1*(P_worsen[a*3+1]*f1)-a2*(P_recover[a*3+1]*r1),w2=a2*(P_worsen[a*3+2]*f2)-a3*(P_recover[a*3+2]*r2);
        vd d0=a0*(P_death[a*4]*fd),d1=a1*(P_death[a*4+1]*fd),d2=a2*(P_death[a*4+2]*fd),d3=a3*(P_death[a*4+3]*fd);
        vd o0=a0*P_ageing[a],o1=a1*P_ageing[a],o2=a2*P_ageing[a],o3=a3*P_ageing[a];
        n[(g+a)*5].v[l]=a0-w0-d0-o0+c0; n[(g+a)*5+1].v[l]=a1+w0-w1-d1-o1+c1; n[(g+a)*5+2].v[l]=a2+w1-w2-d2-o2+c2; n[(g+a)*5+3].v[l]=a3+w2-d3-o3+c3;
        n[(g+a)*5+4].v[l]+=d0+d1+d2+d3; c0=o0;c1=o1;c2=o2;c3=o3;
      }}
      cc.v[l]+=c; cq.v[l]+=q*(1.0/12); eff.v[l]=e+(12*sp*ia-e)*(1/P_tau);
    }
    if(++month==12){month=0;
      EACH{ vd w[8],tot={};
        for(int k=0;k<8;k++){vd x=ns[k].v[l]/ca[k].v[l],none={};w[k]=sh[k].v[l]*(1+(lam*P_value[k])*VMAX(x,none));tot+=w[k];ca[k].v[l]=ns[k].v[l]=(vd){};}
        budget.v[l]*=1+P_growth_year*m[28].v[l]; vd it=1/tot;
        for(int k=0;k<8;k++){sh[k].v[l]=w[k]*it;cap[k].v[l]=budget.v[l]*sh[k].v[l]/uc[k].v[l];}
        o->cost_year[year%20].v[l]=cc.v[l]-last.v[l];last.v[l]=cc.v[l]; }
      year++; }
  }
  memcpy(o->n,n,sizeof n);o->qaly=cq;o->unmet=cu;o->cost=cc;
}
static void drawB(uint64_t d0,B*m){ for(int i=0;i<30;i++)EACH for(int j=0;j<W;j++)m[i].v[l][j]=1+P_halfwidth[i]*(2*uniform(d0+l*W+j,i)-1); }
/* 48 outputs a draw: cost by year (20), stocks (25), qaly, unmet, cost */
typedef struct{uint64_t lo,hi;int pooled,months;double*out,cpu;}Job;
static void*work(void*p){Job*j=p;double t0=now(CLOCK_THREAD_CPUTIME_ID);B m[30];VOut o;
  for(uint64_t d=j->lo;d<j->hi;d+=NL){drawB(d,m);runV(m,j->pooled,j->months,&o);
    double*z=j->out+(d%100000)*48; B*b=(B*)&o; for(int i=0;i<48;i++)memcpy(z+i*NL,&b[i],sizeof(B)); /* for G>1 the first stocks */}
  j->cpu=now(CLOCK_THREAD_CPUTIME_ID)-t0;return 0;}
static double sum5(const Out*o,int s){double z=0;for(int g=0;g<G;g++)z+=o->n[g*5+4][s];return z;}
static double sumv(const VOut*v,int i,int j){double z=0;for(int g=0;g<G;g++)z+=v->n[g*25+i].v[j/W][j%W];return z;}
static int cmp(const void*a,const void*b){double x=*(double*)a,y=*(double*)b;return x<y?-1:x>y;}
int main(int argc,char**argv){
  const char*what=argc>1?argv[1]:"single";
  double m[30];Out o;
  if(!strcmp(what,"check")){ /* prints base and draws 0..49 of both policies as JSON-ish lines */
    for(int p=0;p<2;p++){for(int i=0;i<30;i++)m[i]=1;run1(m,p,240,&o);
      printf("base %d %.17g %.17g %.17g %.17g %.17g",p,o.cost,o.qaly,o.unmet,sum5(&o,4),sum5(&o,3));for(int y=0;y<20;y++)printf(" %.17g",o.cost_year[y]);puts("");
      for(int d=0;d<50;d++){for(int i=0;i<30;i++)m[i]=1+P_halfwidth[i]*(2*uniform(d,i)-1);run1(m,p,240,&o);printf("s %d %d %.17g %.17g %.17g %.17g %.17g\n",p,d,o.cost,o.qaly,o.unmet,sum5(&o,4),sum5(&o,3));}
      for(int d=0;d<50;d+=NL){B mb[30];VOut v;drawB(d,mb);runV(mb,p,240,&v);for(int j=0;j<NL&&d+j<50;j++)printf("v %d %d %.17g %.17g %.17g %.17g %.17g\n",p,d+j,v.cost.v[j/W][j%W],v.qaly.v[j/W][j%W],v.unmet.v[j/W][j%W],sumv(&v,24,j),sumv(&v,23,j));}}
  }else if(!strcmp(what,"single")){
    int months=argc>2?atoi(argv[2]):240; static double ts[2000];double s=0;for(int i=0;i<30;i++)m[i]=1;
    for(int r=0;r<2000;r++){m[0]=1+1e-9*r;double t=now(CLOCK_MONOTONIC);run1(m,1,months,&o);ts[r]=now(CLOCK_MONOTONIC)-t;s+=o.cost;}
    qsort(ts,2000,8,cmp);printf("scalar run %d months: median %.3f us, p5 %.3f p95 %.3f (%g)\n",months,ts[1000]*1e6,ts[100]*1e6,ts[1900]*1e6,s);
  }else if(!strcmp(what,"mc")){
    int T=atoi(argv[2]);uint64_t N=atoll(argv[3]);int pooled=argc>4?atoi(argv[4]):1,reps=argc>5?atoi(argv[5]):15,months=argc>6?atoi(argv[6]):240;
    N=N/(NL*T)*(NL*T);double*out=malloc(8*48*((N<100000?N:100000)+NL*2));double tw[100],tc[100];memset(out,0,8*48*((N<100000?N:100000)+NL*2));
    for(int r=0;r<reps;r++){pthread_t th[8];Job j[8];double t=now(CLOCK_MONOTONIC);
      for(int i=0;i<T;i++){j[i]=(Job){N/T*i,N/T*(i+1),pooled,months,out,0};if(i)pthread_create(&th[i],0,work,&j[i]);}
      work(&j[0]);for(int i=1;i<T;i++)pthread_join(th[i],0);tw[r]=now(CLOCK_MONOTONIC)-t;tc[r]=0;for(int i=0;i<T;i++)tc[r]+=j[i].cpu;}
    qsort(tw,reps,8,cmp);qsort(tc,reps,8,cmp);
    printf("W=%d LN=%d T=%d N=%lu: wall median %.4f s (min %.4f max %.4f) = %.0f runs/s wall; cpu median %.4f s = %.0f runs/s per core-second; %.3f us/run/core\n",W,LN,T,(unsigned long)N,tw[reps/2],tw[0],tw[reps-1],N/tw[reps/2],tc[reps/2],N/tc[reps/2],tc[reps/2]/N*1e6);
  }else if(!strcmp(what,"rng")){
    double t=now(CLOCK_THREAD_CPUTIME_ID),s=0;B b[30];for(uint64_t d=0;d<1000000;d+=NL){drawB(d,b);__asm__ volatile(""::"r"(b):"memory");s+=b[3].v[0][0];}t=now(CLOCK_THREAD_CPUTIME_ID)-t;printf("rng 30 uniforms: %.1f ns/draw (%g)\n",t*1e3,s);
  }else if(!strcmp(what,"peak")){
    vd a[16];for(int i=0;i<16;i++)a[i]=(vd){}+1.0+i*1e-3;vd x=(vd){}+0.999999,y=(vd){}+1e-6;
    for(int rep=0;rep<7;rep++){double t=now(CLOCK_THREAD_CPUTIME_ID);long n=40000000;
      for(long i=0;i<n;i++){
#pragma GCC unroll 16
        for(int k=0;k<16;k++)a[k]=a[k]*x+y;
#pragma GCC unroll 16
        for(int k=0;k<16;k++)__asm__ volatile("":"+v"(a[k])); }
      t=now(CLOCK_THREAD_CPUTIME_ID)-t;double s=0;for(int i=0;i<16;i++)s+=a[i][0];printf("FMA W=%d: %.2f GFLOP/s (%g)\n",W,16.0*W*2*n/t/1e9,s);}
  }else if(!strcmp(what,"bw")){
    size_t n=(size_t)1<<27;double*a=malloc(n*8),*b=malloc(n*8);for(size_t i=0;i<n;i++){a[i]=i;b[i]=1;}
    for(int r=0;r<5;r++){double t=now(CLOCK_MONOTONIC),s=0;vd v={};for(size_t i=0;i<n;i+=W)v+=*(vdu*)(a+i);for(int i=0;i<W;i++)s+=v[i];t=now(CLOCK_MONOTONIC)-t;printf("read %.2f GB/s (%g) ",n*8/t/1e9,s);
      t=now(CLOCK_MONOTONIC);for(size_t i=0;i<n;i++)b[i]=a[i]*2;t=now(CLOCK_MONOTONIC)-t;printf("copy-scale %.2f GB/s (r+w, no RFO counted)\n",n*16/t/1e9);}
  }
  return 0;}
