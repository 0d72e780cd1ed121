// The borough model in SDEverywhere, JavaScript target. Usage: node sdeverywhere.mjs SPEC_DIR MODEL.mdl [RUNS], in a folder where its packages are installed;
// MODEL.mdl comes from make_vensim.py. It checks itself against the reference before it is timed.
import fs from 'fs'; import path from 'path'; import { pathToFileURL } from 'url'; import { createRequire } from 'module';
const dep = n => pathToFileURL(path.join(process.cwd(), 'node_modules/@sdeverywhere', n)).href;
const { parseAndGenerate } = await import(dep('compile/src/index.js')); const { createSynchronousModelRunner } = await import(dep('runtime/dist/index.js'));
const dir = process.argv[2];
const P=JSON.parse(fs.readFileSync(dir+'/params.json')), R=JSON.parse(fs.readFileSync(dir+'/reference.json'));
const names=[...Array.from({length:8},(_,i)=>'dm'+(i+1)),...Array.from({length:8},(_,i)=>'cm'+(i+1)),...'xw1 xw2 xw3 xr1 xr2 xr3 xd xe xh xf xs xb xg xk'.split(' ')];
const spec={name:'model',inputVarNames:[...names,'pooled'],outputVarNames:['total cost','total qaly','total unmet',...[1,2,3,4,5].map(a=>`dead[A${a}]`),...[1,2,3,4,5].flatMap(a=>[1,2,3,4].map(s=>`N[A${a},S${s}]`))]};
fs.mkdirSync('build',{recursive:true});
let js=await parseAndGenerate(fs.readFileSync(process.argv[3],'utf8'),'vensim',spec,['generateJS'],process.cwd(),'model',path.resolve('build'));
if(typeof js!=='string') js=fs.readFileSync('build/model.js','utf8');
fs.writeFileSync('build/model.mjs',js); const gen=(await import(pathToFileURL(path.resolve('build/model.mjs')).href)).default;
const M=(1n<<64n)-1n; function uniform(d,i){let z=(12345n+BigInt(d*32+i+1)*0x9E3779B97F4A7C15n)&M; z=((z^(z>>30n))*0xBF58476D1CE4E5B9n)&M; z=((z^(z>>27n))*0x94D049BB133111EBn)&M; return Number((z^(z>>31n))>>11n)*2**-53;}
const runner=createSynchronousModelRunner(await gen()); const outputs=runner.createOutputs();
const mult=d=>P.halfwidth.map((h,i)=>1+h*(2*uniform(d,i)-1));
let worst=0; const at=(i)=>outputs.varSeries[i].points.at(-1).y;
for(const pol of ['siloed','pooled'])for(let d=0;d<50;d++){runner.runModelSync([...mult(d),pol=='pooled'?1:0],outputs); const x=[at(0),at(1),at(2),at(7),at(27)]; R[pol].draws[d].forEach((y,i)=>worst=Math.max(worst,Math.abs(x[i]/y-1)));}
console.log('SDE JS worst relative difference',worst);
const one=[...Array(30).fill(1),1]; let ts=[]; for(let r=0;r<300;r++){const t=process.hrtime.bigint();runner.runModelSync(one,outputs);ts.push(Number(process.hrtime.bigint()-t)/1e6);} ts=ts.slice(100).sort((a,b)=>a-b);
console.log('SDE JS single run ms: median',ts[100].toFixed(3),'p5',ts[10].toFixed(3),'p95',ts[190].toFixed(3));
const N=+(process.argv[4]||2000); const rs=[];for(let r=0;r<5;r++){const c=process.cpuUsage();let s=0;for(let d=0;d<N;d++){const m=new Array(31);for(let i=0;i<30;i++)m[i]=1+P.halfwidth[i]*(2*Math.random()-1);m[30]=1;runner.runModelSync(m,outputs);s+=at(0);}const u=process.cpuUsage(c);rs.push((u.user+u.system)/1e6);} rs.sort((a,b)=>a-b);
console.log(`SDE JS MC N=${N}: cpu median ${rs[2].toFixed(3)} s (min ${rs[0].toFixed(3)} max ${rs[4].toFixed(3)}) = ${(N/rs[2]).toFixed(0)} runs/s; RSS ${(process.memoryUsage().rss/1e6).toFixed(0)} MB`);
