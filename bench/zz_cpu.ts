import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import pg from 'pg';
import { readConfig } from '../api/src/config.ts';
import { openServer } from '../api/src/db/server.ts';
import { startAll, load } from './servers.ts';
import { sample, clean } from './database.ts';
const home='/tmp/kontor-fb';
const server = await openServer({...readConfig({}), home},{owner:true});
const owner = new pg.Client({connectionString: server.ownerUrl}); await owner.connect();
const cpu=(pid:number)=>{try{const f=readFileSync(`/proc/${pid}/stat`,'utf8').replace(/^.*\) /,'').split(' ');return [Number(f[11])*10,Number(f[12])*10]}catch{return [0,0]}};
const cpuAll=(pid:number)=>{try{const f=readFileSync(`/proc/${pid}/stat`,'utf8').replace(/^.*\) /,'').split(' ');return (Number(f[11])+Number(f[12])+Number(f[13])+Number(f[14]))*10}catch{return 0}};
const masterPid=Number(readFileSync(server.embedded!.directory+'/data/postmaster.pid','utf8').split('\n')[0]);
const kids=()=>execFileSync('ps',['-o','pid=','--ppid',String(masterPid)]).toString().trim().split(/\s+/).map(Number);
const pgCpu=()=>cpuAll(masterPid)+kids().reduce((s,k)=>s+cpuAll(k),0);
const servers = await startAll(server, home, 4730);
const pids:Record<string,number>={};
for(const s of servers)pids[s.name]=s.pid;
const ops=(process.argv[2]??'one,create,update').split(',') as any[];
for(const op of ops){const base:Record<string,number>={};
 for(const s of [servers[2]!,servers[0]!]){
  const token=await s.token?.();
  const go=async(seconds:number)=>load({url:s.url,operation:op,connections:16,seconds,records:await sample(owner,3200),...(token?{token}:{})} as any);
  await go(2);
  const a=cpu(pids[s.name]!),p0=pgCpu();const m=await go(5);const b=cpu(pids[s.name]!),p1=pgCpu();const n=m.perSecond*5.05;
  const nu=(b[0]!-a[0]!)*1000/n,ns=(b[1]!-a[1]!)*1000/n,pc=(p1-p0)*1000/n;base[s.name]=nu+ns+pc;
  console.log(op,s.name.padEnd(8),m.perSecond.toFixed(0).padStart(5)+'/s','node user',nu.toFixed(0),'sys',ns.toFixed(0),'pg',pc.toFixed(0),'total',(nu+ns+pc).toFixed(0),'us');
 }
 console.log('   cpu ratio',(base.express!/base.Kontor!).toFixed(2),'  with ~250us load gen:',((base.express!+250)/(base.Kontor!+250)).toFixed(2));
 await clean(owner);}
for(const s of servers)await s.stop();await owner.end();await server.stop();process.exit(0);
